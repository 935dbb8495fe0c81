/** The measured programs on yieldstar: as generator coroutines, and as async functions. */

import * as yieldstar from '../lib';
import { chain, randomDelays } from './raw';

// As an ES module would see them: through the barrel's getters each use costs a little.
const { coroutine, EventLoop, gather, sleep } = yieldstar;

type Gate = yieldstar.Future<void>;

/** Run `main` on a new loop, and close that. */
function run(main: yieldstar.AwaitableLike<unknown>): void {
  const loop = new EventLoop();
  loop.runUntilComplete(main);
  loop.close();
}

function* switching(n: number) {
  for (let i = 0; i < n; i++) yield* sleep(0);
}

async function switchingAsync(n: number) {
  for (let i = 0; i < n; i++) await sleep(0);
}

export function switchOne(n: number): void {
  run(switching(n));
}

export function switchOneAsync(n: number): void {
  run(switchingAsync(n));
}

export function switchMany(tasks: number, n: number): void {
  run(gatherAll(() => switching(n), tasks));
}

export function switchManyAsync(tasks: number, n: number): void {
  run(gatherAll(() => switchingAsync(n), tasks));
}

function* gatherAll(make: (i: number) => yieldstar.AwaitableLike<unknown>, n: number) {
  yield* gather(Array.from({ length: n }, (_, i) => make(i)));
}

const child = coroutine(function* child(i: number) {
  return i;
});

async function childAsync(i: number) {
  return i;
}

export function spawn(n: number): void {
  run(gatherAll(child, n));
}

export function spawnAsync(n: number): void {
  run(gatherAll(childAsync, n));
}

export function sleepMany(n: number): void {
  const delays = randomDelays(n);
  run(gatherAll((i) => sleep(delays[i] as number), n));
}

/** Two futures that two tasks hand each other, each made anew for every round. */
class Table {
  private readonly loop = yieldstar.getRunningLoop();
  ping: Gate = this.loop.createFuture<void>();
  pong: Gate = this.loop.createFuture<void>();

  renewPing(): void {
    this.ping = this.loop.createFuture<void>();
  }

  renewPong(): void {
    this.pong = this.loop.createFuture<void>();
  }
}

function* pinger(table: Table, n: number) {
  for (let i = 0; i < n; i++) {
    table.ping.setResult();
    yield* table.pong;
    table.renewPong();
  }
}

function* ponger(table: Table, n: number) {
  for (let i = 0; i < n; i++) {
    yield* table.ping;
    table.renewPing();
    table.pong.setResult();
  }
}

async function pingerAsync(table: Table, n: number) {
  for (let i = 0; i < n; i++) {
    table.ping.setResult();
    await table.pong;
    table.renewPong();
  }
}

async function pongerAsync(table: Table, n: number) {
  for (let i = 0; i < n; i++) {
    await table.ping;
    table.renewPing();
    table.pong.setResult();
  }
}

export function handOver(n: number): void {
  function* main() {
    const table = new Table();
    yield* gather([ponger(table, n), pinger(table, n)]);
  }
  run(main());
}

export function handOverAsync(n: number): void {
  function* main() {
    const table = new Table();
    yield* gather([pongerAsync(table, n), pingerAsync(table, n)]);
  }
  run(main());
}

/** Plain generators in a chain. */
export function deepChain(depth: number, n: number): void {
  run(chain(depth, n));
}

const link = coroutine(function* link(depth: number, n: number): Generator<unknown, void, unknown> {
  if (depth > 1) return yield* link(depth - 1, n);
  for (let i = 0; i < n; i++) yield;
});

/** Coroutines in a chain: each keeps its state. */
export function deepChainOfCoroutines(depth: number, n: number): void {
  run(link(depth, n));
}

async function linkAsync(depth: number, n: number): Promise<void> {
  if (depth > 1) return await linkAsync(depth - 1, n);
  for (let i = 0; i < n; i++) await sleep(0);
}

export function deepChainAsync(depth: number, n: number): void {
  run(linkAsync(depth, n));
}

function* parked(gate: Gate) {
  yield* gate;
}

/** Park a task on each of `gates`; give what keeps them alive, and the way to let them go. */
function parkOn(loop: yieldstar.EventLoop, gates: readonly Gate[], n: number): { keep: unknown; release: () => void } {
  const tasks = Array.from({ length: n }, (_, i) => loop.createTask(parked(gates[i % gates.length] as Gate)));
  loop.runOnce();
  return { keep: tasks, release: () => loop.runUntilComplete(releaseAll(gates, tasks)) };
}

function* releaseAll(gates: readonly Gate[], tasks: readonly Gate[]) {
  for (const gate of gates) gate.setResult();
  yield* gather(tasks);
}

/** Park `n` tasks on one future each. */
export function park(n: number): { keep: unknown; release: () => void } {
  const loop = new EventLoop();
  return parkOn(
    loop,
    Array.from({ length: n }, () => loop.createFuture<void>()),
    n,
  );
}

/** Park `n` tasks on one future together. */
export function parkTogether(n: number): { keep: unknown; release: () => void } {
  const loop = new EventLoop();
  return parkOn(loop, [loop.createFuture<void>()], n);
}
