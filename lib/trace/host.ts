/**
 * Host: what only the host can tell of a program that runs on the loop.
 *
 * JavaScript does not say where a generator is suspended, nor what it holds; a host may
 * (Node does, by its inspector: lib/host). Where there is none, or it cannot tell, places
 * and variables are just not known: no answer here ever throws.
 *
 * Counterpart: `cr_frame` of a Python coroutine, with `f_lineno` and `f_locals`; `sys.stdout`.
 */

import type { CoroutineLike } from '../coroutine/coroutine';

/** A local variable, as text. */
export interface Variable {
  readonly name: string;
  /** Its value as `repr` shows it, cut after 200 characters. */
  readonly value: string;
}

/** A call of the user's program, and where it stands. Line and column are those of the source, counted from 1. */
export interface Place {
  /** The function; `<anonymous>` where it has no name, `<module>` at the top of a file. */
  readonly name: string;
  /** The path of the file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The local variables, where they were asked for and can be had: the parameters first. Those that hold undefined are left out. */
  readonly variables?: readonly Variable[];
}

/** Which of the two streams that a program writes to. */
export type OutputStream = 'out' | 'err';

/** What only the host can tell. */
export interface Host {
  /** Begin to note which call waits by which: `chainOf` tells of what is waited for from now on. */
  watch(): void;
  /** End what `watch` began: as often as it was called. What was noted is kept, for those who are not resumed meanwhile. */
  unwatch(): void;
  /** Give the calls of the user's program by which a suspended coroutine waits, outermost first; none where they are not known. */
  chainOf(coroutine: CoroutineLike<unknown> | undefined, options?: { readonly variables?: boolean }): Place[];
  /** Give the name of the function that a coroutine or a generator runs, begun or not; undefined where it has none. */
  nameOf?(coroutine: CoroutineLike<unknown>): string | undefined;
  /** Give the innermost call of the user's program that is under way: where something is being made, or asked for. */
  whereNow(): Place | undefined;
  /** Give the values that `value` holds out of sight: a function's closure, a suspended generator's variables, what a bound function is bound to. */
  contentsOf(value: object): unknown[];
  /** Tell whether `value` may hold more out of sight than `contentsOf` gives; where this is left out, anything may. */
  hidesSomething?(value: object): boolean;
  /** Give what the program's calls hold that are under way, and will go on when the loop does no more; undefined where that cannot be told. */
  valuesUnderWay?(): unknown[] | undefined;
  /** Have `listener` told what the program writes, in place of its being written. Gives the function that ends this. */
  captureOutput(listener: (stream: OutputStream, text: string) => void): () => void;
}
