/** The same as native async functions, which V8 resumes by its jobs. A plain call of one is no coroutine. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { coroutine, createTask, run, sleep } = require('../../lib');
const { Table } = require('../table.ts');

export function switches(n) {
  run(coroutine(switching)(n));
}

async function switching(n) {
  for (let i = 0; i < n; i++) await sleep(0);
}

export function calls(n) {
  async function main() {
    for (let i = 0; i < n; i++) await plain(i);
  }
  run(coroutine(main)());
}

async function plain(i) {
  return i;
}

const own = coroutine(plain);

export function coroutines(n) {
  async function main() {
    for (let i = 0; i < n; i++) await own(i);
  }
  run(coroutine(main)());
}

export function tasks(n) {
  async function main() {
    for (let i = 0; i < n; i++) await createTask(own(i));
  }
  run(coroutine(main)());
}

export function roundTrips(n) {
  async function ponger(table) {
    for (let i = 0; i < n; i++) {
      await table.ping;
      table.renewPing();
      table.pong.setResult();
    }
  }
  async function main() {
    const table = new Table();
    const other = createTask(coroutine(ponger)(table));
    for (let i = 0; i < n; i++) {
      table.ping.setResult();
      await table.pong;
      table.renewPong();
    }
    await other;
  }
  run(coroutine(main)());
}

export function deepSwitches(depth, n) {
  run(coroutine(deep)(depth, n));
}

async function deep(depth, n) {
  if (depth === 1) await switching(n);
  else await deep(depth - 1, n);
}
