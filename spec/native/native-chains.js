/*
 * What the specs of places use: native async functions, with the lines in which they wait.
 */

const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { coroutine, sleep } = require('../../lib');

async function outer(wait) {
  return await middle(wait); // outer
}

async function middle(wait) {
  await sleep(1); // first
  return await leaf(wait); // middle
}

async function leaf(wait) {
  return await wait(); // leaf
}

async function both(wait) {
  await Promise.all([leaf(wait), middle(wait)]); // both
}

const between = coroutine(function* between(wait) {
  return yield* coroutine(leaf)(wait); // between
});

async function mixed(wait) {
  return await between(wait); // mixed
}

const lines = readFileSync(__filename, 'utf8').split('\n');

/** Show places: `leaf at leaf`, where the line is the one that is marked so. */
function shown(places) {
  return places.map(
    ({ name, file, line }) => `${name} at ${file === __filename ? lines[line - 1].split('// ')[1] : '?'}`,
  );
}

/** Put the marks in the place of the lines in a text. */
function withMarks(text) {
  const place = new RegExp(`[^ (']*${basename(__filename)}:(\\d+)`, 'g');
  return text.replace(place, (_, line) => lines[line - 1].split('// ')[1]);
}

module.exports = { both, leaf, middle, mixed, outer, shown, withMarks };
