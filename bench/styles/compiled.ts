/** The same as async functions that are compiled for this library. A call of one is a coroutine; `coroutine(f)` adds nothing. */

import * as yieldstar from '../../lib';
import { Table } from '../table';

const { createTask, run, sleep } = yieldstar;

export function switches(n: number): void {
  run(switching(n));
}

async function switching(n: number) {
  for (let i = 0; i < n; i++) await sleep(0);
}

export function calls(n: number): void {
  async function main() {
    for (let i = 0; i < n; i++) await plain(i);
  }
  run(main());
}

async function plain(i: number) {
  return i;
}

export { calls as coroutines };

export function tasks(n: number): void {
  async function main() {
    for (let i = 0; i < n; i++) await createTask(plain(i));
  }
  run(main());
}

export function roundTrips(n: number): void {
  async function ponger(table: Table) {
    for (let i = 0; i < n; i++) {
      await table.ping;
      table.renewPing();
      table.pong.setResult();
    }
  }
  async function main() {
    const table = new Table();
    const other = createTask(ponger(table));
    for (let i = 0; i < n; i++) {
      table.ping.setResult();
      await table.pong;
      table.renewPong();
    }
    await other;
  }
  run(main());
}

export function deepSwitches(depth: number, n: number): void {
  run(deep(depth, n));
}

async function deep(depth: number, n: number): Promise<void> {
  if (depth === 1) await switching(n);
  else await deep(depth - 1, n);
}
