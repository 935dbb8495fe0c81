/**
 * Waiting: how calls wait that block: `time.sleep`, and those of sockets.
 *
 * By themselves they stop the world (stop-the-world.ts). gevent's monkey.patchAll puts another
 * way in its place, by which they switch to the hub. The calls are the same before and after, and
 * know nothing of it: that is the whole trick of monkey patching, here in one variable.
 *
 * Counterpart: none; gevent replaces the functions of the modules time and socket one by one.
 */

import type { Awaitable, Yielded } from '../coroutine/awaitable';

/** What a call does that may wait. */
export type Steps<T> = Generator<Yielded, T, unknown>;

/**
 * What a call gives that may wait: a `T` where it is called on the stack, by main or in a callback; in
 * a greenlet, or a task, a `T` by `yield*` or `await`. TypeScript does not know which. (By `yield*`
 * a text or an array comes as `any`, as it has an iterator of its own.)
 */
export type Blocking<T> = T &
  ([Extract<T, Iterable<unknown>>] extends [never]
    ? Awaitable<T>
    : // biome-ignore lint/suspicious/noExplicitAny: see above
      PromiseLike<T> & Iterable<Yielded, any, unknown>);

/** Something outside that one waits for: bytes to come, room to be made. */
export interface Source {
  /** The socket that it is of. */
  readonly owner: object;
  /** Who waits for it: at most one. */
  readonly waiter: SourceWaiter | undefined;
  /** Whether there is nothing left to wait for. */
  isReady(): boolean;
  /** Have `waiter` told from now on; undefined ends that. */
  setWaiter(waiter: SourceWaiter | undefined): void;
  /** Give the time out there, in seconds. */
  time(): number;
  /** Let the clock go on to the next thing that happens out there, but not beyond `until`. Gives whether anything did. */
  pump(until: number): boolean;
}

/** Who waits for a source, and is not stopping the world. */
export interface SourceWaiter {
  readonly greenlet: object;
  /** The source may be ready. */
  changed(): void;
  /** It never will be. */
  cancelled(error: Error): void;
}

/** A way to wait. */
export interface Waiting {
  /** Make the call named `name`, which does what `steps` do, for whoever calls. */
  call<T>(name: string, steps: () => Steps<T>): Blocking<T>;
  /** Wait for so many seconds. */
  sleep(seconds: number): Steps<void>;
  /** Wait, in the call named `name`, until `source` is ready, or it is `deadline` out there; give whether it is ready. */
  untilReady(name: string, source: Source, deadline: number): Steps<boolean>;
}

let waiting: Waiting | undefined;

/** Give the way to wait that was put in place; undefined for the usual one. @internal */
export function patchedWaiting(): Waiting | undefined {
  return waiting;
}

/** Have blocking calls wait in this way from now on; undefined for the usual one. @internal */
export function patchWaiting(next: Waiting | undefined): void {
  waiting = next;
}
