/**
 * GreenletObserver: who is told of what greenlets do, as they do it.
 *
 * There is at most one, and by default none. Greenlets belong to no loop, so neither does
 * this: Observer (lib/future/observer.ts) is its counterpart there, and what is said there of
 * observers holds here, too. A program has `settrace` for the like.
 */

/** What a switch takes along: a value, or an error to be thrown where it arrives. */
export type Passed = { readonly value: unknown } | { readonly error: Error };

export interface GreenletObserver {
  /** A greenlet was made; it runs when it is first switched to. */
  greenletCreated(greenlet: object): void;
  /** Control goes from one greenlet to another, which may have to begin first. What follows is done by `to`. */
  switched(from: object, to: object, passed: Passed): void;
  /** A greenlet of gevent's is asked to end: `exception`, which may be a class, will be thrown in it; undefined for GreenletExit. */
  killed(greenlet: object, exception: unknown): void;
  /** A greenlet has ended, with a result or an error; the switch to its parent follows. */
  greenletDied(greenlet: object, outcome: Passed): void;
}

/** Who is told now. */
let observer: GreenletObserver | undefined;

/** Give who is told of greenlets. @internal */
export function greenletObserver(): GreenletObserver | undefined {
  return observer;
}

/** Have `next` told from now on, or nobody; give who was told before. @internal */
export function observeGreenlets(next: GreenletObserver | undefined): GreenletObserver | undefined {
  const before = observer;
  observer = next;
  return before;
}
