/** The same work with bare generators, resumed by a plain loop: what JavaScript's own switch costs. */

type Plain = Generator<unknown, unknown, unknown>;

/** Resume all in turn until all have ended. */
function drain(generators: Plain[]): void {
  let alive = generators;
  while (alive.length > 0) alive = alive.filter((generator) => !generator.next().done);
}

export function switchOne(n: number): void {
  drain([yields(n)]);
}

export function switchMany(tasks: number, n: number): void {
  drain(Array.from({ length: tasks }, () => yields(n)));
}

function* yields(n: number) {
  for (let i = 0; i < n; i++) yield;
}

export function spawn(n: number): void {
  function* child(i: number) {
    return i;
  }
  const children = Array.from({ length: n }, (_, i) => child(i));
  const results: unknown[] = [];
  for (const generator of children) results.push(generator.next().value);
}

/** Delays between 0 and 10 seconds, the same at every call. */
export function randomDelays(n: number): number[] {
  let state = 12345;
  return Array.from({ length: n }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state / 0x7fffffff) * 10;
  });
}

export function sleepMany(n: number): void {
  function* sleeper() {
    yield;
  }
  const sleepers = randomDelays(n).map((delay) => ({ delay, generator: sleeper() }));
  for (const { generator } of sleepers) generator.next();
  sleepers.sort((a, b) => a.delay - b.delay);
  for (const { generator } of sleepers) generator.next();
}

export function handOver(n: number): void {
  let box: unknown;
  function* side() {
    for (let i = 0; i < n; i++) {
      box = { from: box };
      yield;
    }
  }
  drain([side(), side()]);
}

/** Two hand a number back and forth, until it is 0. */
export function pingPong(n: number): void {
  function* side(first: number): Generator<number, void, number> {
    for (let left = first; left > 0; ) left = yield left - 1;
  }
  const ping = side(n);
  const pong = side(n - 1);
  ping.next();
  let left = pong.next().value as number;
  for (let next = ping, other = pong; left > 0; [next, other] = [other, next]) left = next.next(left).value as number;
}

export function* chain(depth: number, n: number): Generator<unknown, void, unknown> {
  if (depth > 1) return yield* chain(depth - 1, n);
  for (let i = 0; i < n; i++) yield;
}

export function deepChain(depth: number, n: number): void {
  drain([chain(depth, n)]);
}

export function park(n: number): { keep: unknown; release: () => void } {
  const generators = Array.from({ length: n }, () => yields(1));
  for (const generator of generators) generator.next();
  return { keep: generators, release: () => {} };
}
