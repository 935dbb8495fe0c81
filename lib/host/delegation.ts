/**
 * Delegation: which generator a suspended generator waits by.
 *
 * JavaScript does not tell whom a generator delegates to, but it can be seen from the results:
 * `yield*` passes on the very object that its iterator gave, where `yield` makes a new one.
 * So a generator that is left with the result of the one that was left just before waits by
 * that one; and one that was only gone through, by `for of` for instance, does not count.
 *
 * To see the results, the methods by which all generators are resumed are replaced while
 * anybody watches. The rejected alternative, to note whose `[Symbol.iterator]` is called, takes
 * a loop over a generator for a delegation. What was delegated to before is not seen.
 *
 * The body of an async function, or of an asynchronous generator, is delegated to by nobody: a
 * driver (of lib/coroutine) resumes it by hand, and awaits for it what it yields.
 *
 * Counterpart: `gi_yieldfrom` of a Python generator, and `cr_await` of a coroutine.
 */

import { drivesAsyncFunction } from '../coroutine/async-functions';
import { AsyncGenerator } from '../coroutine/async-generator';
import { privateNote } from './private-note';

type Way = 'next' | 'throw' | 'return';
type AnyGenerator = Generator<unknown, unknown, unknown>;
type Result = IteratorResult<unknown, unknown>;
type Method = (this: AnyGenerator, value: unknown) => Result;

/** What all generators inherit, and what it was before anybody watched. */
const methods: Record<Way, Method> = Object.getPrototypeOf(function* () {}).prototype;
const originals: Readonly<Record<Way, Method>> = { next: methods.next, throw: methods.throw, return: methods.return };

/** How many watch. */
let watchers = 0;
/** The generator that is running, the innermost of them. */
let running: AnyGenerator | undefined;
/** The generator that was suspended last, and what it yielded. */
let latest: AnyGenerator | undefined;
let latestResult: Result | undefined;
/** Of each suspended generator, the one by which it waits; null where it yields itself. */
const waits = privateNote<AnyGenerator, AnyGenerator | null | undefined>();
/** Of each driver, the body that it resumes. */
const bodies = privateNote<AnyGenerator, AnyGenerator>();

/** Begin to note delegations. Has to be ended as often as it was begun. */
export function watchDelegation(): void {
  if (watchers++ === 0) for (const way of ['next', 'throw', 'return'] as const) replace(way, watched(originals[way]));
}

/** End it. What was noted is kept: it holds as long as a generator is not resumed meanwhile. */
export function unwatchDelegation(): void {
  if (watchers === 0 || --watchers > 0) return;
  for (const way of ['next', 'throw', 'return'] as const) replace(way, originals[way]);
  latest = latestResult = undefined;
}

/** A suspended generator, and the one by which it waits: null where it yields itself. */
export interface Delegation {
  readonly generator: AnyGenerator;
  readonly inner: AnyGenerator | null;
}

/** Give the delegations from `generator` on, outermost first, none where it is not known to be suspended; a body comes after its driver. */
export function delegationsFrom(generator: AnyGenerator): Delegation[] {
  const chain: Delegation[] = [];
  let inner = waits.get(generator);
  for (let outer = generator; inner !== undefined; inner = waits.get(outer)) {
    chain.push({ generator: outer, inner });
    const body = bodies.get(outer);
    if (body !== undefined) chain.push({ generator: body, inner: innerOfBody(inner) });
    if (inner === null) break;
    outer = inner;
  }
  return chain;
}

/** A driver awaits by a generator of its own what the body yields. */
function innerOfBody(awaiting: AnyGenerator | null): AnyGenerator | null {
  return awaiting === null ? null : (waits.get(awaiting) ?? null);
}

function replace(way: Way, value: Method): void {
  Object.defineProperty(methods, way, { value });
}

/** One function, since it takes a place on the stack for each delegation. */
function watched(method: Method): Method {
  return function (value) {
    // A delegation that is under way goes on calling this for as long as it lasts.
    if (watchers === 0) {
      forget(this);
      return method.call(this, value);
    }
    const resumer = running;
    running = this;
    latest = latestResult = undefined;
    let isSuspended = false;
    try {
      const result = method.call(this, value);
      isSuspended = !result.done;
      if (isSuspended) noteSuspension(this, result, resumer);
      return result;
    } finally {
      if (!isSuspended) forget(this);
      running = resumer;
    }
  };
}

function noteSuspension(generator: AnyGenerator, result: Result, resumer: AnyGenerator | undefined): void {
  const inner = latest !== undefined && latestResult === result ? latest : null;
  if (waits.get(generator) !== inner) waits.set(generator, inner);
  latest = generator;
  latestResult = result;
  // What a driver resumes first is the body; after that it delegates.
  if (resumer !== undefined && isDriver(resumer) && bodies.get(resumer) === undefined) bodies.set(resumer, generator);
}

function forget(generator: AnyGenerator): void {
  if (waits.get(generator) !== undefined) waits.set(generator, undefined);
}

/** Tell whether `generator` is the library's, and resumes a body by hand. */
function isDriver(generator: AnyGenerator): boolean {
  return drivesAsyncFunction(generator) || AsyncGenerator.isDriver(generator);
}
