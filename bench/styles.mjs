/**
 * npm run bench styles: the same work in each of the three ways to write a coroutine, and by V8 alone.
 *
 * All of it happens in one run, in turn; what counts are the ratios, to generators.
 */

import { createRequire } from 'node:module';
import { measure, ROUNDS } from './measure.mjs';
import * as native from './styles/native.mjs';
import * as promises from './styles/promises.mjs';

const require = createRequire(import.meta.url);
const generators = require('./styles/generators.ts');
const compiled = require('./styles/compiled.ts');

const rows = [
  { name: 'a switch: sleep(0)', operations: 200_000, what: 'switches' },
  { name: 'a plain call', operations: 200_000, what: 'calls' },
  { name: 'a call of coroutine(f)', operations: 100_000, what: 'coroutines' },
  { name: 'a task, made and awaited', operations: 50_000, what: 'tasks' },
  { name: 'two tasks, a round trip', operations: 50_000, what: 'roundTrips' },
  { name: 'a switch, 10 calls deep', operations: 50_000, what: 'deepSwitches', depth: 10 },
  { name: 'a switch, 100 calls deep', operations: 20_000, what: 'deepSwitches', depth: 100 },
];

const STYLES = { generators, compiled, native, 'V8 alone': promises };

function variantsOf({ what, operations, depth }) {
  const args = depth === undefined ? [operations] : [depth, operations];
  const able = Object.entries(STYLES).filter(([, style]) => what in style);
  return Object.fromEntries(able.map(([name, style]) => [name, () => style[what](...args)]));
}

function print(name, figures) {
  const cells = Object.keys(STYLES).map((style) => (figures[style] === undefined ? '' : figures[style].toFixed(0)));
  const ratios = ['compiled', 'native'].map((style) => (figures[style] / figures.generators).toFixed(1));
  console.log(`${name.padEnd(32)}${[...cells, ...ratios].map((cell) => cell.padStart(11)).join('')}`);
}

export async function benchStyles() {
  const columns = [...Object.keys(STYLES), 'compiled x', 'native x'];
  console.log(`ns each, medians of ${ROUNDS} rounds     ${columns.map((column) => column.padStart(11)).join('')}`);
  for (const row of rows) print(row.name, await measure({ ...row, variants: variantsOf(row) }));
}
