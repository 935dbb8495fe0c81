/*
 * Asking why, by clicks on whatever there is.
 */

const { stepOf, textsOf } = require('./tour-notes.js');

module.exports = { askingWhy, clickingLanes };

async function askingWhy(page) {
  const title = () => page.textContent('#why-title');
  const titles = [await title()];
  const asked = {};
  for (const panel of ['ready', 'timers', 'tasks', 'primitives', 'output']) {
    await page.click(`#${panel} button >> nth=0`);
    titles.push(await title());
    asked[panel] = await firstCause(page);
  }
  await page.click('#tasks button >> nth=1');
  const chain = await textsOf(page, '.causes a');
  const chosen = await page.textContent('#task h3');
  await page.click('.causes a >> nth=1');
  const led = { step: await stepOf(page), title: await title(), first: await firstCause(page) };
  await page.goBack();
  const back = await stepOf(page);
  await page.keyboard.press('Escape');
  titles.push(await title());
  await page.keyboard.press('End');
  await page.click('.findings a >> nth=0');
  return { titles, asked, chain, chosen, led, back, text: await page.textContent('.why pre') };
}

/** What lies in the lanes is found as a user finds it: by the tooltip. */
async function clickingLanes(page) {
  const box = await page.locator('#lanes-canvas').boundingBox();
  const { y, height } = await page.locator('#lane-names > div').nth(3).boundingBox();
  const middle = y + height / 2;
  const noted = {};
  noted.waiting = [await clickWhere(page, middle, 12, 'waits for Lock'), await firstCause(page), await stepOf(page)];
  noted.arrow = [await clickWhere(page, y, 3, 'was woken'), (await textsOf(page, '.causes a'))[1]];
  noted.running = [await clickWhere(page, middle, 12, '^step \\d+: second$'), await stepOf(page)];
  await page.mouse.click(box.x + 240, box.y + 30);
  noted.axis = await stepOf(page);
  await page.locator('#lane-names > div').nth(1).click();
  noted.name = await page.textContent('#task h3');
  return noted;
}

const firstCause = async (page) => (await textsOf(page, '.causes a'))[0];

/** Click at this height on the first point of which the tooltip says this, and give what it says. */
async function clickWhere(page, y, stride, pattern) {
  const x = await page.evaluate(findTooltip, { y, stride, pattern });
  await page.mouse.move(x, y);
  const text = await page.locator('#tooltip:visible').textContent();
  await page.mouse.click(x, y);
  return text;
}

/** In the page: find that point, going right. */
function findTooltip({ y, stride, pattern }) {
  const [canvas, tooltip] = ['lanes-canvas', 'tooltip'].map((id) => document.getElementById(id));
  const { left, right } = canvas.getBoundingClientRect();
  for (let x = left + 220; x < right - 10; x += stride) {
    canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
    if (!tooltip.hidden && new RegExp(pattern).test(tooltip.textContent)) return x;
  }
  throw new Error(`there is no tooltip that says ${pattern}`);
}
