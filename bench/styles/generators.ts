/** What coroutines do most, as generators: each `yield*` is a call deeper on one stack. */

import * as yieldstar from '../../lib';
import { Table } from '../table';

const { coroutine, createTask, run, sleep } = yieldstar;

export function switches(n: number): void {
  run(switching(n));
}

function* switching(n: number) {
  for (let i = 0; i < n; i++) yield* sleep(0);
}

export function calls(n: number): void {
  function* main() {
    for (let i = 0; i < n; i++) yield* plain(i);
  }
  run(main());
}

function* plain(i: number) {
  return i;
}

const own = coroutine(plain);

export function coroutines(n: number): void {
  function* main() {
    for (let i = 0; i < n; i++) yield* own(i);
  }
  run(main());
}

export function tasks(n: number): void {
  function* main() {
    for (let i = 0; i < n; i++) yield* createTask(own(i));
  }
  run(main());
}

export function roundTrips(n: number): void {
  function* ponger(table: Table) {
    for (let i = 0; i < n; i++) {
      yield* table.ping;
      table.renewPing();
      table.pong.setResult();
    }
  }
  function* main() {
    const table = new Table();
    const other = createTask(ponger(table));
    for (let i = 0; i < n; i++) {
      table.ping.setResult();
      yield* table.pong;
      table.renewPong();
    }
    yield* other;
  }
  run(main());
}

export function deepSwitches(depth: number, n: number): void {
  run(deep(depth, n));
}

function* deep(depth: number, n: number): Generator<unknown, void, unknown> {
  if (depth === 1) yield* switching(n);
  else yield* deep(depth - 1, n);
}
