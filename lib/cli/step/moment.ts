/**
 * Moment: what the program is like at one step, and what that step has changed.
 *
 * Everything that a screen shows of the program is asked of a Moment, and nothing here
 * knows of screens.
 */

import { isNameless } from '../../coroutine/coroutine';
import type { EventOf, EventType } from '../../trace/event-type';
import type { Place } from '../../trace/host';
import type { Deadlocks } from '../../trace/state/deadlocks';
import type { LoopState } from '../../trace/state/loop-state';
import type { TaskState } from '../../trace/state/task-state';
import type { TraceEvent } from '../../trace/trace-event';
import { primitiveText } from '../../trace/why/short-names';
import type { TraceIndex } from '../../trace/why/trace-index';

export class Moment {
  /** The task that has taken the last step of any, in this step or earlier. */
  readonly runner: TaskState | undefined;

  constructor(
    readonly index: TraceIndex,
    readonly state: LoopState,
    /** What it was like a step earlier. */
    readonly before: LoopState,
    /** What has happened since. */
    readonly events: readonly TraceEvent[],
    /** Which tasks will never run again, from when on. */
    private readonly deadlocks: Deadlocks,
  ) {
    this.runner = this.task(state.current ?? this.last('resume')?.task);
  }

  get step(): number {
    return this.state.step;
  }

  /** The text of a file, in lines; undefined where the trace has it not. */
  sourceOf(file: string): readonly string[] | undefined {
    return this.index.trace.header.sources[file]?.split(/\r?\n/);
  }

  /** Whether this step brought about event `n`. */
  isFresh(n: number): boolean {
    return n > this.before.event && n <= this.state.event;
  }

  task(number: number | undefined): TaskState | undefined {
    return number === undefined ? undefined : this.state.tasks.get(number);
  }

  /** The name of a task, as it is called now. */
  nameOf(task: number): string {
    return this.index.nameOf(task, this.state.event);
  }

  /** The name of a task's coroutine, where it is known: some have none of their own, but have a place once they have waited. */
  coroutineOf({ coroutine, chain }: TaskState): string | undefined {
    return isNameless(coroutine) ? chain[0]?.name : coroutine;
  }

  /** What a lock, a queue or the like is called: `Lock 1`. */
  nameOfPrimitive(primitive: number): string {
    return primitiveText(this.index, primitive, this.state.event);
  }

  /** Whether a task waits for what will never come: nothing has happened to it since that was found. */
  isStuck(task: TaskState): boolean {
    return task.status === 'waiting' && this.deadlocks.hasKilled(task, this.state.event);
  }

  /** The innermost call of the task that is in `file`, or in any. */
  placeOf({ chain }: TaskState, file?: string): Place | undefined {
    return chain.filter((place) => file === undefined || place.file === file).at(-1);
  }

  /** The last event of one of these types that has happened. */
  last<T extends EventType>(...types: readonly T[]): EventOf<T> | undefined {
    for (let n = this.state.event; n > 0; n--) {
      const event = this.index.event(n);
      if (event !== undefined && (types as readonly EventType[]).includes(event.type)) return event as EventOf<T>;
    }
    return undefined;
  }
}
