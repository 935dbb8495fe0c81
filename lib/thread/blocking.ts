/**
 * blocking: a function that takes its time, and lets nothing else happen meanwhile.
 *
 * Whose time it takes depends on the thread that calls it. Called by a coroutine, or by a
 * callback, it is the loop's: the clock goes on, and every task has to wait. Called by a
 * worker thread (see thread-pool-executor.ts), it is the worker's: to the loop, the function
 * ends that much later.
 *
 * Counterpart: any call that blocks, such as time.sleep. There is one stack here and no
 * second thread: a job is a plain function, and the seconds that it takes.
 */

import { ValueError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { getRunningLoop, inThread, peekRunningLoop } from '../future/running-loop';
import { repr, typeName } from '../repr';

/** A plain function, and how long it takes: in seconds, or as a function of its arguments. */
interface Job<A extends unknown[], T> {
  readonly seconds: number | ((...args: A) => number);
  readonly func: (...args: A) => T;
}

/** What `blocking` made its functions of. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any kind can be made to take time
const jobs = new WeakMap<object, Job<any[], any>>();

/**
 * Make `func` take `seconds`: to call it is to let them pass, and then do what `func` does.
 *
 * @param seconds how long, or a function that tells so of the arguments.
 * @throws TypeError when `func` is no function; ValueError when `seconds` is negative, infinite or not a
 *   number; when called, RuntimeError where no loop is running, and what `func` throws.
 * @example
 * const read = blocking(2, () => 'data');
 * read(); // 'data'; for two seconds the world stood still
 * yield* toThread(read); // 'data'; others went on
 */
export function blocking<A extends unknown[], T>(
  seconds: number | ((...args: A) => number),
  func: (...args: A) => T,
): (...args: A) => T {
  checkFunction(func);
  if (typeof seconds !== 'function') checkDuration(seconds);
  const job: Job<A, T> = { seconds, func };
  const call = function (this: unknown, ...args: A): T {
    passTime(secondsOf(job, args));
    return func.apply(this, args);
  };
  Object.defineProperty(call, 'name', { value: func.name });
  jobs.set(call, job);
  return call;
}

/** Give what `func` was made of by `blocking`; any other function takes no time. @throws TypeError when it is no function. */
export function jobOf<A extends unknown[], T>(func: (...args: A) => T): Job<A, T> {
  checkFunction(func);
  return jobs.get(func) ?? { seconds: 0, func };
}

/** Tell how long `job` takes, called with `args`. @throws ValueError unless that is a number of seconds, 0 or more. */
export function secondsOf<A extends unknown[]>({ seconds }: Job<A, unknown>, args: A): number {
  return checkDuration(typeof seconds === 'function' ? seconds(...args) : seconds);
}

/** A worker thread that is running a function: in the time of which loop, and the seconds that it has spent in blocking calls. */
interface Worker {
  readonly loop: AbstractEventLoop;
  spent: number;
}

let worker: Worker | undefined;

/** Let `seconds` pass, in the thread that is running: a loop's, where one is running in it, or a worker's. @internal */
export function passTime(seconds: number): void {
  const own = workerAlone();
  if (own !== undefined) own.spent += seconds;
  else getRunningLoop().clock.advance(seconds);
}

/** Give the worker whose thread is running; undefined where a loop is, be it in a worker's thread. */
function workerAlone(): Worker | undefined {
  return peekRunningLoop() === undefined ? worker : undefined;
}

/** Tell whether a worker's thread is running, and no loop in it. @internal */
export function isInWorker(): boolean {
  return workerAlone() !== undefined;
}

/** Give the time in the worker's thread that is running: the seconds that it has spent are over there. @internal */
export function workerTime(): number | undefined {
  const own = workerAlone();
  return own && own.loop.time() + own.spent;
}

/** Give the loop in whose time a worker is running a function; undefined where none is. */
export function loopOfWorker(): AbstractEventLoop | undefined {
  return worker?.loop;
}

/** Run `work` as a worker thread does, in the time of `loop`; give its result, and the seconds that it spent in blocking calls. */
export function inWorker<T>(loop: AbstractEventLoop, work: () => T): [result: T, seconds: number] {
  const before = worker;
  const own: Worker = { loop, spent: 0 };
  worker = own;
  try {
    return [inThread('ThreadPoolExecutor-0_0', work), own.spent];
  } finally {
    worker = before;
  }
}

function checkFunction(func: unknown): void {
  if (typeof func !== 'function') throw new TypeError(`a function was expected, got ${typeName(func)}`);
}

function checkDuration(seconds: number): number {
  if (typeof seconds === 'number' && seconds >= 0 && seconds < Infinity) return seconds;
  throw new ValueError(`a blocking call takes a finite number of seconds, not below 0; got ${repr(seconds)}`);
}
