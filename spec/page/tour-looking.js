/*
 * Looking at the page: its colours, what is spoken of it, how it bears a narrow screen, nasty texts,
 * nothing at all, and very much.
 */

const { stepOf, textsOf } = require('./tour-notes.js');

module.exports = { lightAndDark, whatIsSpoken, onANarrowScreen, withNastyTexts, withNothing, withManyEvents };

async function lightAndDark(page) {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const noted = { light: [await ground(), await page.evaluate(poorContrasts)] };
  await page.emulateMedia({ colorScheme: 'dark' });
  noted.dark = [await ground(), await page.evaluate(poorContrasts)];
  noted.canvas = await page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); // to be painted anew
    const context = document.getElementById('lanes-canvas').getContext('2d');
    return [...context.getImageData(600, 200, 1, 1).data];
  });
  await page.click('#theme');
  noted.switched = await ground();
  await page.reload();
  noted.reloaded = await ground();
  return noted;
}

/** In the page: the texts whose colour and ground have a contrast below 4.5. */
function poorContrasts() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour).map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    for (let each = element; each !== null; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if ((numbers(backgroundColor)[3] ?? 1) > 0.99) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const poor = [];
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data.trim());
    if (text.join('') === '' || !element.checkVisibility()) continue;
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) poor.push(`${element.tagName} ${text.join(' ')}: ${contrast.toFixed(2)}`);
  }
  return poor;
}

async function whatIsSpoken(page) {
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.getElementById('announcer').textContent.startsWith('Step 7'));
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({ role: role?.value, name: name?.value ?? '', properties }));
  const named = (...roles) => spoken.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const level = ({ properties }) => properties.find(({ name }) => name === 'level')?.value.value;
  return {
    landmarks: ['banner', 'main', 'complementary'].filter((role) => named(role).length === 1),
    regions: named('region'),
    unnamed: spoken
      .filter(
        ({ role, name }) =>
          ['button', 'slider', 'combobox', 'checkbox', 'searchbox', 'tree', 'dialog'].includes(role) && name === '',
      )
      .map(({ role }) => role),
    lanes: spoken.filter(({ role }) => role === 'treeitem').map((item) => `${level(item)} ${item.name}`),
    announced: await page.locator('#announcer').textContent(),
  };
}

async function onANarrowScreen(page) {
  await page.setViewportSize({ width: 360, height: 640 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > 360);
  await page.click('#on');
  const lanes = (await textsOf(page, '#lane-names > div')).length;
  await page.setViewportSize({ width: 1280, height: 720 });
  return { tooWide, step: await stepOf(page), lanes };
}

async function withNastyTexts(page) {
  const names = await textsOf(page, '#tasks .name');
  await page.click('#tasks button >> nth=0');
  const hacked = await page.evaluate(() => [window.hacked, document.querySelectorAll('main img').length]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return { names, output: await textsOf(page, '#output .line'), hacked, width };
}

async function withNothing(page) {
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  return { where: await page.textContent('#whereabouts'), empty: await textsOf(page, '.empty:visible') };
}

async function withManyEvents(page, opening) {
  const { times, reading } = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const slider = document.getElementById('slider');
    slider.value = slider.max / 2;
    slider.dispatchEvent(new Event('input'));
    const times = [];
    for (let i = 0; i < 40; i++) {
      await frame();
      const began = performance.now();
      press(i % 4 === 0 ? 'ArrowLeft' : 'ArrowRight');
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
    }
    const began = performance.now();
    JSON.parse(document.getElementById('trace').textContent);
    return { times: times.sort((a, b) => a - b), reading: performance.now() - began };
  });
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  return {
    opening,
    reading,
    step: times[times.length >> 1],
    elements,
    lanes: (await textsOf(page, '#lane-names > div')).length,
  };
}
