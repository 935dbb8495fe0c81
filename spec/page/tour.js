/*
 * A tour of the page in Chromium: does what a user does, and notes what there is to see then.
 *
 *     node tour.js CHROMIUM FOLDER
 *
 * In FOLDER are the pages: small.html, nasty.html, empty.html, big.html. What was noted is
 * printed as JSON, a property for each stop. In JavaScript, since here async functions have to
 * be the browser driver's own kind.
 */

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const asking = require('./tour-asking.js');
const looking = require('./tour-looking.js');
const moving = require('./tour-moving.js');

const [, , executablePath, folder] = process.argv;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The stops at each page: the step at which it is opened, and what is done then. */
const SMALL = {
  keys: [0, moving.byKeys],
  slider: [0, moving.bySlider],
  address: [7, moving.byAddress],
  play: [0, moving.playing],
  going: [0, moving.going],
  find: [0, moving.finding],
  names: [6, looking.whatIsSpoken],
  elsewhere: [12, moving.keysElsewhere],
  why: [5, asking.askingWhy],
  lanes: [5, asking.clickingLanes],
  narrow: [6, looking.onANarrowScreen],
  look: [6, looking.lightAndDark],
};
const NASTY = { nasty: [2, looking.withNastyTexts] };
const EMPTY = { empty: [0, looking.withNothing] };
const BIG = { big: [0, looking.withManyEvents] };

const requests = [];
const errors = [];

main();

async function main() {
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...QUIET] });
  const [small, nasty, empty] = await Promise.all([
    visit(browser, 'small.html', SMALL),
    visit(browser, 'nasty.html', NASTY),
    visit(browser, 'empty.html', EMPTY),
  ]);
  // The large page alone: its time is taken.
  const big = await visit(browser, 'big.html', BIG);
  await browser.close();
  console.log(JSON.stringify({ ...small, ...nasty, ...empty, ...big, requests, errors }));
}

async function visit(browser, file, stops) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(120_000);
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => errors.push(message.text()));
  await page.addInitScript(addPress);
  const began = performance.now();
  await page.goto(String(pathToFileURL(join(folder, file))));
  const opening = performance.now() - began;
  const noted = {};
  for (const [name, [step, stop]] of Object.entries(stops)) {
    await page.evaluate(goTo, step);
    noted[name] = await stop(page, opening);
  }
  await page.close();
  return noted;
}

/** In the page: have a function that presses a key where the focus is, for what has to happen at once. */
function addPress() {
  window.press = (key) =>
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** In the page: follow a link to a step. By way of none, as nothing happens where the address says so already. */
function goTo(step) {
  location.hash = '';
  location.hash = `#step=${step}`;
}
