/**
 * NativeDriver: native code, as coroutines see it.
 *
 * lib/coroutine knows no future, and stands below; AsyncCall, which does the work, stands here,
 * as does what it asks of a host. Where a host has that, this puts the two together.
 *
 * Counterpart: none.
 */

import type { Awaitable, Yielded } from '../coroutine/awaitable';
import { type NativeAccount, type NativeCode, setNativeCode } from '../coroutine/native-code';
import { RuntimeError } from '../errors';
import { peekRunningLoop } from '../future/running-loop';
import { AsyncCall } from './async-call';
import type { Jobs } from './jobs';

class NativeDriver implements NativeCode {
  constructor(private readonly jobs: Jobs) {}

  drive<T>(call: () => PromiseLike<T>): Generator<Yielded, T, unknown> {
    return new AsyncCall<T>(this.jobs).begin(call);
  }

  takeOver<T>(promise: PromiseLike<T>): Generator<Yielded, T, unknown> {
    const call = new AsyncCall<T>(this.jobs).takeOver(promise);
    const driver = peekRunningLoop() === undefined ? fromOutside(call) : call;
    driver.next(); // The code has begun, and so has now what drives it: that is no more to be ended with the code untouched.
    return driver;
  }

  aboutToAwait(): void {
    this.jobs.watchAhead();
  }

  awaited(awaitable: unknown, resolve: (value: unknown) => void, reject: (error: unknown) => void): void {
    const { owner } = this.jobs;
    const x = awaitable as Awaitable<unknown>;
    const call = owner instanceof AsyncCall ? owner : new AsyncCall(this.jobs);
    if (call.isDriven || peekRunningLoop() !== undefined) call.awaited(x, resolve, reject);
    else reject(new TypeError(`${x} was awaited by native code, outside the event loop: ${REMEDY}`));
  }

  get mayGoOn(): boolean {
    const { account, isTouched } = this.jobs;
    return isTouched || account?.hasAny === true;
  }

  drain(): void {
    this.jobs.drain();
  }

  watch(account: NativeAccount): void {
    this.jobs.watch(account);
  }

  unwatch(): void {
    this.jobs.unwatch();
  }

  forget(): void {
    this.jobs.forget();
  }
}

const REMEDY = 'begin with run(main()), or with loop.runUntilComplete(main())';

/** Drive a call that began before the loop ran: who needs a loop at once does not know why there is none. */
function* fromOutside<T>(driver: Generator<Yielded, T, unknown>): Generator<Yielded, T, unknown> {
  try {
    return yield* driver;
  } catch (error) {
    if (error instanceof RuntimeError && /\bloop\b/.test(error.message)) error.message += BEGUN_OUTSIDE;
    throw error;
  }
}

const BEGUN_OUTSIDE =
  ': a native async function begins when it is called, and here that was before the loop ran. ' +
  'Let it begin later: run(coroutine(main)())';

/** From now on, drive native code by means of `jobs`. */
export function driveNativeCode(jobs: Jobs): void {
  setNativeCode(new NativeDriver(jobs));
}
