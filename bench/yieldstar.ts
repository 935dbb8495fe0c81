/** The measured programs on yieldstar: as generator coroutines, and as async functions. */

import { type Coroutine, coroutine, EventLoop, Future, gather, getRunningLoop, sleep } from '../lib';
import { chain, randomDelays } from './raw';

/** Run `main` on a new loop, and close that. */
function run(main: () => Generator<unknown, unknown, unknown> | Promise<unknown> | Coroutine<unknown>): void {
  const loop = new EventLoop();
  loop.runUntilComplete(main());
  loop.close();
}

export function switchOne(n: number): void {
  run(function* () {
    for (let i = 0; i < n; i++) yield* sleep(0);
  });
}

export function switchOneAsync(n: number): void {
  run(async () => {
    for (let i = 0; i < n; i++) await sleep(0);
  });
}

export function switchMany(tasks: number, n: number): void {
  function* switching() {
    for (let i = 0; i < n; i++) yield* sleep(0);
  }
  run(function* () {
    yield* gather(Array.from({ length: tasks }, switching));
  });
}

export function switchManyAsync(tasks: number, n: number): void {
  async function switching() {
    for (let i = 0; i < n; i++) await sleep(0);
  }
  run(async () => {
    await gather(Array.from({ length: tasks }, switching));
  });
}

export function spawn(n: number): void {
  const child = coroutine(function* child(i: number) {
    return i;
  });
  run(function* () {
    yield* gather(Array.from({ length: n }, (_, i) => child(i)));
  });
}

export function spawnAsync(n: number): void {
  async function child(i: number) {
    return i;
  }
  run(async () => {
    await gather(Array.from({ length: n }, (_, i) => child(i)));
  });
}

export function sleepMany(n: number): void {
  run(function* () {
    yield* gather(randomDelays(n).map((delay) => sleep(delay)));
  });
}

export function handOver(n: number): void {
  let ping = new Future<void>(new EventLoop());
  let pong = ping;
  function* pinger() {
    for (let i = 0; i < n; i++) {
      ping.setResult();
      yield* pong;
      pong = getRunningLoop().createFuture<void>();
    }
  }
  function* ponger() {
    for (let i = 0; i < n; i++) {
      yield* ping;
      ping = getRunningLoop().createFuture<void>();
      pong.setResult();
    }
  }
  run(function* () {
    ping = getRunningLoop().createFuture<void>();
    pong = getRunningLoop().createFuture<void>();
    yield* gather([ponger(), pinger()]);
  });
}

export function handOverAsync(n: number): void {
  let ping: Future<void>;
  let pong: Future<void>;
  async function pinger() {
    for (let i = 0; i < n; i++) {
      ping.setResult();
      await pong;
      pong = getRunningLoop().createFuture<void>();
    }
  }
  async function ponger() {
    for (let i = 0; i < n; i++) {
      await ping;
      ping = getRunningLoop().createFuture<void>();
      pong.setResult();
    }
  }
  run(async () => {
    ping = getRunningLoop().createFuture<void>();
    pong = getRunningLoop().createFuture<void>();
    await gather([ponger(), pinger()]);
  });
}

/** Plain generators in a chain. */
export function deepChain(depth: number, n: number): void {
  run(() => chain(depth, n));
}

/** Coroutines in a chain: each keeps its state. */
export function deepChainOfCoroutines(depth: number, n: number): void {
  const link = coroutine(function* link(d: number): Generator<unknown, void, unknown> {
    if (d > 1) return yield* link(d - 1);
    for (let i = 0; i < n; i++) yield;
  });
  run(() => link(depth));
}

export function deepChainAsync(depth: number, n: number): void {
  async function link(d: number): Promise<void> {
    if (d > 1) return await link(d - 1);
    for (let i = 0; i < n; i++) await sleep(0);
  }
  run(() => link(depth));
}

/** Park `n` tasks on one future each; give what keeps them alive, and the way to let them go. */
export function park(n: number): { keep: unknown; release: () => void } {
  const loop = new EventLoop();
  const gates: Future<void>[] = [];
  function* parked() {
    const gate = loop.createFuture<void>();
    gates.push(gate);
    yield* gate;
  }
  const tasks = Array.from({ length: n }, () => loop.createTask(parked()));
  loop.runOnce();
  return { keep: tasks, release: () => loop.runUntilComplete(releaseAll(gates, tasks)) };
}

function* releaseAll(gates: Future<void>[], tasks: Iterable<Future<void>>): Generator<unknown, void, unknown> {
  for (const gate of gates) gate.setResult();
  yield* gather([...tasks]);
}

/** Park `n` tasks on one future together. */
export function parkTogether(n: number): { keep: unknown; release: () => void } {
  const loop = new EventLoop();
  const gate = loop.createFuture<void>();
  function* parked() {
    yield* gate;
  }
  const tasks = Array.from({ length: n }, () => loop.createTask(parked()));
  loop.runOnce();
  return { keep: tasks, release: () => loop.runUntilComplete(releaseAll([gate], tasks)) };
}
