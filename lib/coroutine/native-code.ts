/**
 * Where native code comes in: async functions that the host runs itself, and their promises.
 *
 * An async function that was compiled for this library is a generator, and a coroutine drives
 * that. Any other is resumed by the host's own jobs, and its call gives a promise. What drives
 * such calls needs futures, and stands further up (lib/native). Here is what it looks like from
 * below, and the place that it is put into.
 *
 * Counterpart: none. Python has one kind of async function.
 */

/** What a loop has of the native calls that are made while it runs. */
export interface NativeAccount {
  /** Whether there may have been any: from then on, others may let its code go on. */
  hasAny: boolean;
  /** Called when the promise of one was rejected, and nobody awaits it. */
  unhandled(promise: object, reason: unknown): void;
  /** Called when somebody awaits it after all. */
  handled(promise: object): void;
}

/** What drives the calls of native async functions. */
export interface NativeCode {
  /**
   * Give what runs as a coroutine: at its first step it makes the call, and from
   * then on drives it.
   */
  drive<T>(call: () => PromiseLike<T>): Generator<unknown, T, unknown>;
  /** Give what drives a call that was made already, and gave `promise`; or waits for a promise that is no call's. */
  takeOver<T>(promise: PromiseLike<T>): Generator<unknown, T, unknown>;
  /** Called when native code comes to an `await` of something of ours: before `awaited`, which is called in a job. */
  aboutToAwait(): void;
  /** Called when native code awaits `awaitable`; to call `resolve`, or `reject`, is to let that code go on. */
  awaited(awaitable: unknown, resolve: (value: unknown) => void, reject: (error: unknown) => void): void;
  /** Whether there may be code that can go on. */
  readonly mayGoOn: boolean;
  /** Let it go on, where somebody has resolved the promise that it awaits. */
  drain(): void;
  /** Keep account of what native code begins, while a loop runs. */
  watch(account: NativeAccount): void;
  unwatch(): void;
  /** Keep nothing of what was awaited: called when a loop is closed. */
  forget(): void;
}

let installed: NativeCode | undefined;

/** Give what drives native code; undefined where the library was loaded without it. */
export function nativeCode(): NativeCode | undefined {
  return installed;
}

/** Set what `nativeCode` gives: it is made in lib/native, which this folder, below it, cannot import. */
export function setNativeCode(nativeCode: NativeCode): void {
  installed = nativeCode;
}

/** Let go on what can. Called at the end of each handle, and before an iteration. */
export function drainNativeCode(): void {
  if (installed?.mayGoOn) installed.drain();
}

let asItIs = false;

/**
 * Call `resolve`, which native code waits for, with `value` as it is. A promise that is resolved
 * with what can be awaited would otherwise await that in turn.
 */
export function resolveAsItIs(resolve: (value: unknown) => void, value: unknown): void {
  asItIs = true;
  try {
    resolve(value);
  } finally {
    asItIs = false;
  }
}

/** Tell whether `resolveAsItIs` is at work: its value is not to look as if it could be awaited. */
export function isResolvingAsItIs(): boolean {
  return asItIs;
}
