/**
 * Which loop is running, and which one is meant where none is.
 *
 * One thread runs at most one loop at a time: `running` is that one, set only from when
 * a run begins until it ends. `current` is the loop that was set to be found meanwhile.
 *
 * Counterpart: asyncio/events.py, with the default policy folded in.
 */

import { RuntimeError } from '../errors';
import { typeName } from '../repr';
import { AbstractEventLoop } from './abstract-event-loop';

let running: AbstractEventLoop | undefined;
/** `undefined` was never set; `null` was set to be none. */
let current: AbstractEventLoop | null | undefined;
/** The loop of the main part of a program that has no current one. */
let spare: AbstractEventLoop | undefined;
let factory: (() => AbstractEventLoop) | undefined;
/** The thread that all of this is about. */
let threadName = 'MainThread';

/** Give the running loop, or undefined (asyncio._get_running_loop). */
export function peekRunningLoop(): AbstractEventLoop | undefined {
  return running;
}

/** Mark `loop` as running, or none. For loops only (asyncio._set_running_loop). */
export function setRunningLoop(loop: AbstractEventLoop | undefined): void {
  running = loop;
}

/** Run `work` as the thread `name` does: it has no running loop, and no current one. */
export function inThread<T>(name: string, work: () => T): T {
  const before = { running, current, threadName };
  running = undefined;
  current = null;
  threadName = name;
  try {
    return work();
  } finally {
    ({ running, current, threadName } = before);
  }
}

/**
 * Give the loop that is running (asyncio.get_running_loop).
 *
 * @throws RuntimeError outside callbacks and coroutines.
 */
export function getRunningLoop(): AbstractEventLoop {
  if (running === undefined) throw new RuntimeError('no running event loop');
  return running;
}

/**
 * Give the running loop; else the one set by `setEventLoop`; else, where none was ever
 * set, a new one (asyncio.get_event_loop).
 *
 * @throws RuntimeError when the loop was set to none.
 */
export function getEventLoop(): AbstractEventLoop {
  if (running !== undefined) return running;
  if (current === undefined) current = newEventLoop();
  if (current === null) throw new RuntimeError(`There is no current event loop in thread '${threadName}'.`);
  return current;
}

/**
 * Give the loop that a program's main part has to itself: the one that `getEventLoop` gives; where that was closed, or
 * set to none, as it is after `run`, another. gevent's hub runs on it, and blocking calls take its time.
 */
export function getMainLoop(): AbstractEventLoop {
  const loop = peekMainLoop();
  if (loop !== undefined) return loop;
  if (current === undefined) return getEventLoop();
  spare = newEventLoop();
  return spare;
}

/** Give what `getMainLoop` gives, if there is such a loop already. */
export function peekMainLoop(): AbstractEventLoop | undefined {
  return [running, current, spare].find((loop) => loop?.isClosed() === false) ?? undefined;
}

/**
 * Set the loop that `getEventLoop` gives where none is running; null for none (asyncio.set_event_loop).
 *
 * @throws TypeError when `loop` is neither a loop nor null.
 */
export function setEventLoop(loop: AbstractEventLoop | null | undefined): void {
  if (loop !== null && loop !== undefined && !(loop instanceof AbstractEventLoop)) {
    throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${typeName(loop)}'`);
  }
  current = loop ?? null;
}

/**
 * Make a loop (asyncio.new_event_loop).
 *
 * @throws RuntimeError while there is no factory: lib/loop/event-loop, which sets it, was never imported.
 */
export function newEventLoop(): AbstractEventLoop {
  if (factory === undefined) throw new RuntimeError('no event loop has been defined: import lib/loop/event-loop');
  return factory();
}

/** Do `work` while `loop` is the one that was set. */
export function withEventLoop<T>(loop: AbstractEventLoop, work: () => T): T {
  const before = current;
  current = loop;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** Set what `newEventLoop` calls: loops are made in lib/loop, which this folder, below it, cannot import. */
export function setEventLoopFactory(makeLoop: () => AbstractEventLoop): void {
  factory = makeLoop;
}
