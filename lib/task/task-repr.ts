/**
 * How a task shows its coroutine: its name, and where it is suspended.
 *
 * Counterpart: asyncio/base_tasks.py and coroutines._format_coroutine.
 */

import { Coroutine } from '../coroutine/coroutine';
import { awaitChain } from '../future/await-chain';
import { Future } from '../future/future';
import { type Frame, locationOf } from '../stack';

type Driven = Iterator<unknown, unknown, unknown>;

/** Show the coroutine of a task: `hello() running at hello.ts:7`, or without the place where it is not known. */
export function reprCoroutine(coro: Driven, done: boolean, futWaiter: Future | undefined): string {
  const frame = suspendedAt(coro, futWaiter)[0];
  const name = coro instanceof Coroutine ? coro.name : (frame?.name ?? 'generator');
  if (frame !== undefined) return `${name}() running at ${locationOf(frame)}`;
  const origin = coro instanceof Coroutine ? coro.origin?.at(-1) : undefined;
  return `${name}() ${done ? 'done' : 'running'}${origin === undefined ? '' : `, created at ${locationOf(origin)}`}`;
}

/** Give the calls by which a task's coroutine waits for `futWaiter`, outermost first; none where it is not waiting. */
export function suspendedAt(coro: Driven, futWaiter: Future | undefined): Frame[] {
  return futWaiter instanceof Future && !futWaiter.done() ? awaitChain(coro, futWaiter) : [];
}
