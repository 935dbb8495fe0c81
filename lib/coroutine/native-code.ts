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

/** Is told of promises of native calls that were rejected, and that nobody awaits. */
export interface RejectionListener {
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
  adopt<T>(promise: PromiseLike<T>): Generator<unknown, T, unknown>;
  /** Called when native code comes to an `await` of something of ours: before `awaited`, which is called in a job. */
  aboutToAwait(): void;
  /** Called when native code awaits `awaitable`; to call `resolve`, or `reject`, is to let that code go on. */
  awaited(awaitable: unknown, resolve: (value: unknown) => void, reject: (error: unknown) => void): void;
  /** Whether code may have to go on: it has begun, and not ended; or was called just now. */
  readonly isAlive: boolean;
  /** Let code go on for which other code has resolved a promise. */
  catchUp(): void;
  /** Keep account of what native code begins, while a loop runs. */
  watch(listener: RejectionListener): void;
  unwatch(): void;
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

/** Called at the end of each handle, and before an iteration: somebody may have resolved a promise that native code awaits. */
export function letNativeCodeCatchUp(): void {
  if (installed?.isAlive) installed.catchUp();
}

let handingOver = false;

/**
 * Call `resolve`, which native code waits for, with `value` as it is. A promise that is resolved
 * with what can be awaited would otherwise await that in turn.
 */
export function handOver(resolve: (value: unknown) => void, value: unknown): void {
  handingOver = true;
  try {
    resolve(value);
  } finally {
    handingOver = false;
  }
}

/** Tell whether `handOver` is at work: what it hands over is not to look as if it could be awaited. */
export function isHandedOver(): boolean {
  return handingOver;
}
