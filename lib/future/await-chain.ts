/**
 * Where a suspended coroutine is: the calls, with their lines, by which it waits.
 *
 * JavaScript does not tell where a generator is suspended. But one that waits for a
 * future may be resumed too early without harm: nothing but the innermost iterator, the
 * future's own, runs; it finds itself still pending and yields itself once more. While it
 * runs, every `yield*` that leads to it is on the stack, and that is what is read here.
 *
 * An async function that was compiled is not on that stack (it yields to its driver, not to the
 * future): of a chain of those nothing is seen. Native ones are not on it either, but the host
 * knows them: who drives them tells of them on the way (`unseenCalls`). And who drives a coroutine by
 * hand, with code between its steps, has that code run: it must not be looked at in this way.
 *
 * Counterpart: `cr_frame` and `cr_await` of a Python coroutine.
 */

import { captureStack, type Frame } from '../stack';
import type { Future } from './future';
import { FutureIterator } from './future-iterator';

let looking = true;

/** Call `show`, and look at no coroutine meanwhile: for whoever watches a program, and must not touch it. */
export function withoutLooking<T>(show: () => T): T {
  const before = looking;
  looking = false;
  try {
    return show();
  } finally {
    looking = before;
  }
}

/** A look at a coroutine that is under way: the calls found so far, and how many of the stack are among them, or above the coroutine. */
let underWay: { readonly chain: Frame[]; seen: number } | undefined;

/** Called on the way to the future by who drives code that is not on the stack: `calls` gives the calls by which that waits. */
export function unseenCalls(calls: () => readonly Frame[]): void {
  if (underWay === undefined) return;
  noteCalls(underWay);
  underWay.chain.push(...calls());
}

/** Give the calls by which `coro` waits for `future`, outermost first. Both must be just that: suspended, and pending. */
export function awaitChain(coro: Iterator<unknown, unknown, unknown>, future: Future): Frame[] {
  if (!looking) return [];
  const look = { chain: [], seen: captureStack().length };
  underWay = look;
  FutureIterator.onSpuriousResume = () => noteCalls(look);
  try {
    coro.next();
  } finally {
    underWay = undefined;
    FutureIterator.onSpuriousResume = undefined;
    future.asyncioFutureBlocking = false;
  }
  return look.chain;
}

function noteCalls(look: { readonly chain: Frame[]; seen: number }): void {
  const stack = captureStack();
  look.chain.push(...stack.slice(look.seen));
  look.seen = stack.length;
}
