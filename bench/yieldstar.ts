/** The measured programs on yieldstar: as generator coroutines, and as async functions. */

import * as yieldstar from '../lib';
import { chain, randomDelays } from './raw';
import { Table } from './table';

// As an ES module would see them: through the barrel's getters each use costs a little.
const { coroutine, EventLoop, gather, getcurrent, greenlet, openConnection, sleep, startServer } = yieldstar;

type Gate = yieldstar.Future<void>;

/** Run `main` on a new loop, and close that. */
function run(main: yieldstar.AwaitableLike<unknown>): void {
  const loop = new EventLoop();
  loop.runUntilComplete(main);
  loop.close();
}

/** Two greenlets hand a number back and forth, until it is 0. */
export function pingPong(n: number): void {
  function* side(first: number) {
    for (let left = first; left > 0; ) left = yield* other().switch(left - 1);
  }
  const { ping, other } = twoGreenlets(side);
  ping.switch(n);
}

export function pingPongAsync(n: number): void {
  async function side(first: number) {
    for (let left = first; left > 0; ) left = await other().switch(left - 1);
  }
  const { ping, other } = twoGreenlets(side);
  ping.switch(n);
}

function twoGreenlets(side: (first: number) => unknown) {
  const ping = greenlet(side);
  const pong = greenlet(side);
  return { ping, other: () => (getcurrent() === ping ? pong : ping) };
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

const LINE = yieldstar.encode('hello\n');

/** All clients at once, by simulated streams, in virtual time. Each sends a line, and has it sent back. */
export function echoMany(n: number): void {
  const echo = coroutine(function* echo(reader: yieldstar.StreamReader, writer: yieldstar.StreamWriter) {
    writer.write(yield* reader.readline());
    yield* writer.drain();
    writer.close();
  });
  function* client(port: number) {
    const [reader, writer] = yield* openConnection('127.0.0.1', port);
    writer.write(LINE);
    yield* reader.readline();
    writer.close();
    yield* writer.waitClosed();
  }
  run(serving(echo, client, n));
}

export function echoManyAsync(n: number): void {
  async function echo(reader: yieldstar.StreamReader, writer: yieldstar.StreamWriter) {
    writer.write(await reader.readline());
    await writer.drain();
    writer.close();
  }
  async function client(port: number) {
    const [reader, writer] = await openConnection('127.0.0.1', port);
    writer.write(LINE);
    await reader.readline();
    writer.close();
    await writer.waitClosed();
  }
  run(serving(echo, client, n));
}

function* serving(
  echo: yieldstar.ClientConnected,
  client: (port: number) => yieldstar.AwaitableLike<unknown>,
  n: number,
) {
  const server = yield* startServer(echo, '127.0.0.1', 0);
  const [, port = 0] = server.sockets[0]?.getsockname() ?? [];
  yield* gatherAll(() => client(port), n);
  server.close();
  yield* server.waitClosed();
}
