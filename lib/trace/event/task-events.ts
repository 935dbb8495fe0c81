/**
 * The events of a trace that are about tasks, greenlets, and the futures that tasks wait for.
 *
 * Futures are numbered from 1; tasks are futures. A greenlet has a life like a task's, and is
 * told of in the same words, with a number of the same kind; but it goes on because another
 * switches to it (switch-event.ts), where a task is woken by what it waits for.
 *
 * Counterpart: asyncio/tasks.py, where all this happens.
 */

import type { Place } from '../host';
import type { EventBase } from './event-base';

/** What is told of as a task is, and is none: a greenlet, or one of gevent's. */
export type GreenletKind = 'greenlet' | 'gevent';

/** A task was made. */
export interface TaskEvent extends EventBase {
  readonly type: 'task';
  readonly task: number;
  readonly name: string;
  /** The name of its coroutine. */
  readonly coroutine: string;
  /** Left out for a task. */
  readonly kind?: GreenletKind;
  /** The task that made it. */
  readonly parent?: number;
  /** Where it was made. */
  readonly place?: Place;
}

/** A task was given another name. */
export interface RenameEvent extends EventBase {
  readonly type: 'rename';
  readonly task: number;
  readonly name: string;
}

/** A task takes a step: its coroutine goes on, from where it was suspended. */
export interface ResumeEvent extends EventBase {
  readonly type: 'resume';
  readonly task: number;
  /** The error that is thrown into it there. */
  readonly error?: string;
  /** Whether that error is a CancelledError; in a greenlet, what it is killed with. */
  readonly cancelled?: true;
}

/** The step is over, and the coroutine waits; with no future a task only gives way to others, and a greenlet waits for a switch. */
export interface SuspendEvent extends EventBase {
  readonly type: 'suspend';
  readonly task: number;
  readonly future?: number;
  /** What that future is: a task by its name, a lock or a queue where it is a place in its line. */
  readonly label?: string;
  /** The lock, queue or the like in whose line it waits. */
  readonly primitive?: number;
  /** The calls by which it waits, outermost first. */
  readonly chain?: readonly Place[];
}

/** What a task waits for is done: a step of it will be scheduled. */
export interface WakeEvent extends EventBase {
  readonly type: 'wake';
  readonly task: number;
  readonly future: number;
}

/** A task was asked to end, at this place; a greenlet, by `kill`. */
export interface CancelEvent extends EventBase {
  readonly type: 'cancel';
  readonly task: number;
  readonly message?: string;
  readonly place?: Place;
}

/** A future is done; a task is a future. */
export interface DoneEvent extends EventBase {
  readonly type: 'done';
  readonly future: number;
  readonly outcome: 'result' | 'exception' | 'cancelled';
  /** The result or the exception, where there is something to show. */
  readonly text?: string;
}
