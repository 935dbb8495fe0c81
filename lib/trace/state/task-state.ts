/**
 * TaskState: what a task, or a greenlet, is like after some number of events, and what an event makes of it.
 *
 *     scheduled --resume--> running --suspend--> waiting --wake--> scheduled
 *                              |
 *                              +-- suspend, with no future --> scheduled
 *                              +-- done --> done
 *
 * A greenlet waits for somebody to switch to it: from the beginning, unless it was spawned. Where
 * another task lets native code of a waiting one go on, that is running for so long, and waits again.
 *
 * A state is never changed: an event makes a new one of it.
 */

import type { DoneEvent, GreenletKind, TaskEvent } from '../event/task-events';
import type { Place } from '../host';
import type { TraceEvent } from '../trace-event';

/** Where a task is in its life: about to take a step, taking one, waiting, or done. */
export type TaskStatus = 'scheduled' | 'running' | 'waiting' | 'done';

/** A task, or a greenlet. */
export interface TaskState {
  readonly task: number;
  readonly name: string;
  /** The name of its coroutine. */
  readonly coroutine: string;
  /** Which kind of greenlet it is; undefined for a task. */
  readonly kind: GreenletKind | undefined;
  readonly parent: number | undefined;
  /** Where it was made. */
  readonly place: Place | undefined;
  readonly status: TaskStatus;
  /** How it ended, once it is done, and with what. */
  readonly outcome: DoneEvent['outcome'] | undefined;
  readonly result: string | undefined;
  /** The future that it waits for, or waited for last, and what that is: a task, by its number, or a place in the line of a primitive. */
  readonly awaits: number | undefined;
  readonly awaitsLabel: string | undefined;
  readonly primitive: number | undefined;
  /** The calls by which it waits, outermost first, each with its line; those of its last suspension. */
  readonly chain: readonly Place[];
  /** How often it was asked to end. */
  readonly cancels: number;
  /** How many steps it has taken. */
  readonly steps: number;
  /** The number of the last event that was about it. */
  readonly event: number;
}

/** The number of the task that `event` is about; of a future that is done, too, which may be a task. */
export function taskOf(event: TraceEvent): number | undefined {
  switch (event.type) {
    case 'task':
    case 'rename':
    case 'resume':
    case 'suspend':
    case 'wake':
    case 'cancel':
      return event.task;
    case 'done':
      return event.future;
  }
  return undefined;
}

/** Give the state after `event`, which is about this task; undefined for a future that is no task. */
export function nextTaskState(state: TaskState | undefined, event: TraceEvent): TaskState | undefined {
  if (event.type === 'task') return created(event);
  return state === undefined ? undefined : { ...state, ...changeOf(state, event), event: event.n };
}

function changeOf(state: TaskState, event: TraceEvent): Partial<TaskState> {
  switch (event.type) {
    case 'rename':
      return { name: event.name };
    case 'resume':
      return { status: 'running', steps: state.steps + 1, ...(waitsMeanwhile(state) ? {} : WAITS_FOR_NOTHING) };
    case 'suspend': {
      const { future, label, primitive, chain = [] } = event;
      const status = future === undefined && state.kind === undefined ? 'scheduled' : 'waiting';
      return { status, awaits: future, awaitsLabel: label, primitive, chain };
    }
    case 'wake':
      return { status: 'scheduled' };
    case 'cancel':
      return { cancels: state.cancels + 1 };
    case 'done':
      return { status: 'done', outcome: event.outcome, result: event.text };
  }
  return {};
}

/** Whether a task that takes a step waits no less: nobody woke it, but another let its native code go on. */
export function waitsMeanwhile({ status, kind }: TaskState): boolean {
  return status === 'waiting' && kind === undefined;
}

const WAITS_FOR_NOTHING = { awaits: undefined, awaitsLabel: undefined, primitive: undefined };

function created({ n, task, name, coroutine, kind, parent, place }: TaskEvent): TaskState {
  const status: TaskStatus = kind === 'greenlet' ? 'waiting' : 'scheduled';
  const life = { status, outcome: undefined, result: undefined, cancels: 0, steps: 0 };
  return { task, name, coroutine, kind, parent, place, ...life, ...WAITS_FOR_NOTHING, chain: [], event: n };
}
