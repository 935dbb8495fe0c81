/*
 * Moving through a run, in every way there is. Each stop notes the steps where it led.
 */

const { stepOf, textsOf } = require('./tour-notes.js');

module.exports = { byKeys, keysElsewhere, bySlider, byAddress, playing, going, finding };

async function byKeys(page) {
  const pressed = [
    'ArrowRight',
    'ArrowRight',
    'ArrowLeft',
    'End',
    'ArrowRight',
    'ArrowUp',
    'Shift+ArrowLeft',
    'ArrowDown',
  ];
  const steps = [];
  for (const key of [...pressed, 'Home', 'ArrowLeft', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
    steps.push(await stepOf(page));
  }
  await page.keyboard.press('Home');
  const tasks = [await textsOf(page, '#tasks .text')];
  await page.keyboard.press('End');
  tasks.push(await textsOf(page, '#tasks .text'));
  await page.keyboard.press('Home');
  tasks.push(await textsOf(page, '#tasks .text'));
  return { steps, tasks, last: Number(await page.getAttribute('#slider', 'max')) };
}

/** Up and down in a list are the list's own; space on a button presses it. */
async function keysElsewhere(page) {
  const steps = [await stepOf(page)];
  await page.focus('#tasks button');
  await page.keyboard.press('ArrowDown');
  const focused = await page.evaluate(() => document.activeElement.closest('li').getAttribute('aria-posinset'));
  await page.keyboard.press('ArrowLeft');
  steps.push(await stepOf(page));
  const kept = await page.evaluate(() => document.activeElement.closest('li').getAttribute('aria-posinset'));
  await page.focus('#back');
  await page.keyboard.press(' ');
  steps.push(await stepOf(page));
  return { steps, focused, kept };
}

async function bySlider(page) {
  await page.fill('#slider', '4');
  const filled = await page.textContent('#whereabouts');
  await page.focus('#slider');
  await page.keyboard.press('ArrowRight');
  const spoken = await page.getAttribute('#slider', 'aria-valuetext');
  for (const id of ['last', 'back', 'back-iteration', 'first', 'on', 'on-iteration']) await page.click(`#${id}`);
  return { filled, spoken, step: await stepOf(page) };
}

async function byAddress(page) {
  const opened = await stepOf(page);
  await page.keyboard.press('ArrowRight');
  const written = await page.evaluate(() => location.hash);
  await page.reload();
  const reloaded = await stepOf(page);
  const followed = await page.evaluate(followAndPress);
  await page.goBack();
  const back = await stepOf(page);
  return { opened, written, reloaded, followed, back, held: await page.evaluate(followWhereAddressIs) };
}

/** In the page: follow a link, and press a key at once. */
function followAndPress() {
  location.hash = '#step=2';
  press('ArrowRight');
  return document.getElementById('slider').value;
}

/** In the page: move until the address does not keep up, and follow a link to where it still is. */
function followWhereAddressIs() {
  for (let i = 0; i < 15; i++) for (const key of ['Home', 'ArrowRight']) press(key);
  press('End');
  const link = document.body.appendChild(document.createElement('a'));
  link.href = location.hash;
  link.click();
  link.remove();
  return location.hash === `#step=${document.getElementById('slider').value}`;
}

async function playing(page) {
  await page.selectOption('#speed', '30');
  return page.evaluate(pressWhilePlaying);
}

/** In the page: play, press a key in the middle of it, and note what the button shows until it plays no more. */
function pressWhilePlaying() {
  const [play, slider] = ['play', 'slider'].map((id) => document.getElementById(id));
  return new Promise((resolve) => {
    const labels = [];
    const observer = new MutationObserver(() => {
      labels.push(`${play.ariaLabel} at ${slider.value}`);
      if (play.ariaLabel === 'Play') resolve(labels);
      else if (slider.value === '3') press('ArrowLeft');
    });
    observer.observe(play, { attributeFilter: ['aria-label'] });
    observer.observe(slider, { attributeFilter: ['aria-valuetext'] });
    press(' ');
  });
}

async function going(page) {
  const go = async (text) => {
    await page.keyboard.press('g');
    await page.fill('#go-text', text);
    await page.keyboard.press('Enter');
  };
  await go('5');
  const steps = [await stepOf(page)];
  await go('2s');
  steps.push(await stepOf(page));
  const time = await page.textContent('#whereabouts');
  await go('soon');
  const complaint = await page.textContent('#go-complaint');
  await page.keyboard.press('Escape');
  await page.locator('#go').waitFor({ state: 'hidden' });
  const isOpenAtOnce = await page.evaluate(askForHelpAtOnce);
  await page.locator('#help').waitFor({ state: 'visible' });
  const help = await page.locator('#help td').count();
  await page.keyboard.press('Escape');
  await page.locator('#help').waitFor({ state: 'hidden' });
  return { steps, time, complaint, help, isOpenAtOnce };
}

/** In the page: close a dialog, and press the key for help before the browser has taken the focus out of it. */
function askForHelpAtOnce() {
  press('g');
  document.getElementById('go').close();
  press('?');
  return document.getElementById('help').open;
}

async function finding(page) {
  await page.keyboard.press('/');
  await page.keyboard.type('SECOND');
  const counts = [await page.textContent('#find-count')];
  const steps = [];
  for (const key of ['Enter', 'Enter', 'Shift+Enter']) {
    await page.keyboard.press(key);
    steps.push(await stepOf(page));
  }
  await page.fill('#find-text', 'nowhere');
  counts.push(await page.textContent('#find-count'));
  await page.click('.causes a');
  await page.focus('#find-text');
  await page.keyboard.press('Escape');
  return { counts, steps, isOpen: await page.isVisible('#find'), why: await page.textContent('#why-title') };
}
