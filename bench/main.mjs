/**
 * npm run bench: what the loop costs, beside what JavaScript's own means cost.
 *
 * Each row does the same work with bare generators, with V8's async functions, and with
 * ours, written both ways. All of it happens in one run, in turn, ROUNDS times; the
 * figures are medians, in nanoseconds an operation, and what counts is their ratio. (Of what takes
 * seconds there are fewer rounds.)
 * The last column is the limit that ours is held against. Two tables have names of their own:
 * `styles`, of the three ways to write a coroutine, and `drains`, of the ways to run native ones.
 */

import { createRequire } from 'node:module';
import { benchDrains } from './drains.mjs';
import { measure, median, ROUNDS } from './measure.mjs';
import { benchStyles } from './styles.mjs';

const require = createRequire(import.meta.url);
const raw = require('./raw.ts');
const ours = require('./yieldstar.ts');
const native = await import('./native.mjs');

const rows = [
  {
    name: 'one task, a switch by sleep(0)',
    operations: 500_000,
    variants: {
      raw: () => raw.switchOne(500_000),
      native: () => native.switchOne(500_000),
      generators: () => ours.switchOne(500_000),
      async: () => ours.switchOneAsync(500_000),
    },
    limit: { times: 1.3, of: 'native' },
  },
  {
    name: '10,000 tasks, a switch',
    operations: 1_000_000,
    variants: {
      raw: () => raw.switchMany(10_000, 100),
      native: () => native.switchMany(10_000, 100),
      generators: () => ours.switchMany(10_000, 100),
      async: () => ours.switchManyAsync(10_000, 100),
    },
    limit: { times: 1.3, of: 'native' },
  },
  {
    name: 'spawn and gather, a task',
    operations: 100_000,
    variants: {
      raw: () => raw.spawn(100_000),
      native: () => native.spawn(100_000),
      generators: () => ours.spawn(100_000),
      async: () => ours.spawnAsync(100_000),
    },
    limit: { ns: 1000 },
  },
  {
    name: '100,000 sleeps, a sleep',
    operations: 100_000,
    variants: {
      raw: () => raw.sleepMany(100_000),
      native: () => native.sleepMany(100_000),
      generators: () => ours.sleepMany(100_000),
    },
    limit: { ns: 2000 },
  },
  {
    name: 'two tasks, a round trip',
    operations: 100_000,
    variants: {
      raw: () => raw.handOver(100_000),
      native: () => native.handOver(100_000),
      generators: () => ours.handOver(100_000),
      async: () => ours.handOverAsync(100_000),
    },
    limit: { times: 1.5, of: 'native' },
  },
  {
    name: 'greenlet switch',
    operations: 200_000,
    variants: {
      raw: () => raw.pingPong(200_000),
      native: () => native.pingPong(200_000),
      generators: () => ours.pingPong(200_000),
      async: () => ours.pingPongAsync(200_000),
    },
    limit: { times: 2, of: 'native' },
  },
  {
    name: 'a chain 100 deep, a resumption',
    operations: 50_000,
    variants: {
      raw: () => raw.deepChain(100, 50_000),
      native: () => native.deepChain(100, 50_000),
      generators: () => ours.deepChain(100, 50_000),
      coroutines: () => ours.deepChainOfCoroutines(100, 50_000),
      async: () => ours.deepChainAsync(100, 50_000),
    },
    limit: { times: 1.2, of: 'raw' },
  },
  {
    name: '10,000 clients, an echo each',
    operations: 10_000,
    rounds: 3,
    variants: {
      native: () => native.echoMany(10_000),
      generators: () => ours.echoMany(10_000),
      async: () => ours.echoManyAsync(10_000),
    },
    limit: { times: 1, of: 'native' },
  },
];

/** Bytes a parked task takes: how much the heap grows by 20,000 of them. */
async function bytesParked(park) {
  const values = [];
  for (let round = 0; round < ROUNDS; round++) values.push(await heapGrowth(park, 20_000));
  return median(values);
}

async function heapGrowth(park, n) {
  const before = await heapInUse();
  let parked = await park(n);
  const growth = (await heapInUse()) - before;
  await parked.release();
  parked = undefined;
  return growth / n;
}

/** What is left on the heap when nobody on the stack holds anything any more. */
async function heapInUse() {
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const COLUMNS = ['raw', 'native', 'generators', 'coroutines', 'async'];

function print(name, figures, limit) {
  const bound = limit.ns ?? limit.bytes ?? limit.times * figures[limit.of];
  const cells = COLUMNS.map((column) => (figures[column] === undefined ? '' : figures[column].toFixed(0)).padStart(11));
  const ratio = (figures.generators / (limit.of ? figures[limit.of] : bound)).toFixed(2);
  const stated = limit.times
    ? `${ratio} of ${limit.times} x ${limit.of}`
    : `${figures.generators.toFixed(0)} of ${bound}`;
  const verdict = figures.generators <= bound ? 'reached' : 'missed';
  console.log(`${name.padEnd(32)}${cells.join('')}  ${stated.padEnd(22)} ${verdict}`);
}

async function benchRows(word) {
  console.log(
    `${'ns each, medians of '}${ROUNDS} rounds${' '.repeat(5)}${COLUMNS.map((c) => c.padStart(11)).join('')}  generators against limit`,
  );
  for (const row of rows) {
    if (word && !row.name.includes(word)) continue;
    print(row.name, await measure(row), row.limit);
  }
  if (globalThis.gc && (!word || word === 'bytes')) await benchBytes();
}

async function benchBytes() {
  const figures = {
    raw: await bytesParked(raw.park),
    native: await bytesParked(native.park),
    generators: await bytesParked(ours.park),
  };
  print('bytes a parked task', figures, { bytes: 500 });
  print('  all on one future', { generators: await bytesParked(ours.parkTogether) }, { bytes: 500 });
}

const tables = { styles: benchStyles, drains: benchDrains };
const word = process.argv[2];
await (tables[word] ?? benchRows)(word);
