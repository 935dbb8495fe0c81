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
    asked[panel] = (await textsOf(page, '.causes a'))[0];
  }
  await page.click('#tasks button >> nth=1');
  const chain = await textsOf(page, '.causes a');
  const chosen = await page.textContent('#task h3');
  await page.click('.causes a >> nth=1');
  const led = { step: await stepOf(page), title: await title(), first: (await textsOf(page, '.causes a'))[0] };
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
  const row = async (i) => page.locator('#lane-names > div').nth(i).boundingBox();
  const second = await row(3);
  const noted = {};
  const waiting = await findTooltip(page, box, second.y + second.height / 2, 12, /waits for Lock/);
  await page.mouse.click(waiting.x, waiting.y);
  noted.waiting = [waiting.text, (await textsOf(page, '.causes a'))[0], await stepOf(page)];
  const arrow = await findTooltip(page, box, second.y, 3, /was woken/);
  await page.mouse.click(arrow.x, arrow.y);
  noted.arrow = [arrow.text, (await textsOf(page, '.causes a'))[1]];
  const running = await findTooltip(page, box, second.y + second.height / 2, 12, /^step \d+: second$/);
  await page.mouse.click(running.x, running.y);
  noted.running = [running.text, await stepOf(page)];
  await page.mouse.click(box.x + 240, box.y + 30);
  noted.axis = await stepOf(page);
  await page.locator('#lane-names > div').nth(1).click();
  noted.name = await page.textContent('#task h3');
  return noted;
}

/** The first point at this height, going right, of which the tooltip says this. */
async function findTooltip(page, { x: left, width }, y, stride, pattern) {
  for (let x = left + 220; x < left + width - 10; x += stride) {
    await page.mouse.move(x, y);
    const text = await page.locator('#tooltip:visible').allTextContents();
    if (pattern.test(text.join())) return { x, y, text: text.join() };
  }
  throw new Error(`there is no tooltip that says ${pattern}`);
}
