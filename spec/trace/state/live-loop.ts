/**
 * What the loop, its tasks and its locks are like, looked up in the live objects: in the terms in
 * which a LoopState tells it, so that the two can be compared.
 *
 * It looks into private fields, which nobody else does. The numbers of handles are counted here
 * anew; those of the other things are the recorder's.
 */

import {
  Barrier,
  type Condition,
  type EventLoop,
  type Future,
  type Lock,
  Queue,
  type Task,
  type TimerHandle,
} from '../../../lib';
import type { Handle } from '../../../lib/loop/handle';
import { shownBriefly } from '../../../lib/sync/repr-primitive';
import type { Recorder } from '../../../lib/trace/record/recorder';
import { shownQuietly } from '../../../lib/trace/record/shown';
import type { LoopState } from '../../../lib/trace/state/loop-state';

/** What is compared. */
export interface Snapshot {
  readonly time: number;
  readonly ready: readonly number[];
  readonly timers: readonly string[];
  readonly tasks: readonly string[];
  readonly primitives: readonly string[];
}

type Line = Iterable<Future>;

/** The private fields that are looked into. */
interface Inside {
  readonly scheduler: { readonly ready: Iterable<Handle>; readonly scheduled: Iterable<TimerHandle> };
  readonly line: { readonly waiters: Line };
  readonly lock: Lock;
  readonly condition: Condition;
  readonly finished: object;
  readonly getters: Line;
  readonly putters: Line;
}

const inside = (thing: object): Inside => thing as unknown as Inside;

/** Knows the live things of one loop, of which a recorder tells. */
export class LiveLoop {
  private readonly handles = new Map<Handle, number>();
  private readonly primitives = new Set<object>();

  constructor(
    private readonly loop: EventLoop,
    private readonly recorder: Recorder,
  ) {}

  /** Take note of what an observer is told: `name` is the method. */
  note(name: string, thing: object): void {
    if (name === 'handleScheduled') this.handles.set(thing as Handle, this.handles.size + 1);
    if (/^(waiterCreated|acquired|released|primitiveChanged)$/.test(name)) this.primitives.add(thing);
  }

  snapshot(): Snapshot {
    const { ready, scheduled } = inside(this.loop).scheduler;
    const timers = [...scheduled].filter((timer) => !timer.cancelled());
    timers.sort((a, b) => (a.when() === b.when() ? a.order - b.order : a.when() - b.when()));
    return {
      time: this.loop.time(),
      ready: [...ready].filter((handle) => !handle.cancelled()).map((handle) => this.numberOf(handle)),
      timers: timers.map((timer) => `${this.numberOf(timer)}@${timer.when()}`),
      tasks: [...this.recorder.tasks].map(([number, task]) => `${number} ${this.taskText(task as Task)}`),
      primitives: [...this.primitives].map((each) => this.primitiveText(each)),
    };
  }

  private numberOf(handle: Handle): number {
    return this.handles.get(handle) ?? 0;
  }

  private taskText(task: Task): string {
    const future = task.getFutWaiter();
    if (task.done()) return `${task.getName()} done`;
    const status = future === undefined || future.done() ? 'scheduled' : 'waiting';
    return [task.getName(), status, ...(future === undefined ? [] : [this.recorder.futures.of(future)])].join(' ');
  }

  private primitiveText(primitive: object): string {
    const { owners, contents } = primitive as { owners?(): Future[]; contents?(): Iterable<unknown> };
    return primitiveText({
      primitive: this.recorder.primitives.of(primitive),
      text: shownBriefly(() => shownQuietly(primitive)),
      owners: owners?.call(primitive).map((task) => this.recorder.futures.of(task)) ?? [],
      items: [...(contents?.call(primitive) ?? [])].slice(0, 10).map(shownQuietly),
      waiters: lineOf(primitive)
        .filter((each) => !each.done())
        .map((each) => this.recorder.futures.of(each)),
    });
  }
}

/** Those in the line of a primitive, in whatever part of it. */
function lineOf(primitive: object): Future[] {
  const { line, lock, condition, finished, getters, putters } = inside(primitive);
  if (primitive instanceof Queue) return [...getters, ...putters, ...lineOf(finished)];
  if (primitive instanceof Barrier) return [...lineOf(condition), ...lineOf(lock ?? inside(condition).lock)];
  return [...line.waiters];
}

interface PrimitiveParts {
  readonly primitive: number;
  readonly text: string;
  readonly owners: readonly number[];
  readonly items: readonly string[];
  readonly waiters: readonly number[];
}

function primitiveText({ primitive, text, owners, items, waiters }: PrimitiveParts): string {
  const line = [...waiters].sort((a, b) => a - b);
  return `${primitive} ${text} owners ${owners} items ${items} waiters ${line}`;
}

/** Give the same of a state. Of those in line, the ones are left out that `isDone`: they have only to take their step. */
export function snapshotOf(state: LoopState, isDone: (future: number) => boolean): Snapshot {
  return {
    time: state.time,
    ready: [...state.ready.keys()],
    timers: state.sortedTimers.map(({ handle, when }) => `${handle}@${when}`),
    tasks: [...state.tasks.values()].map(({ task, name, status, awaits }) =>
      [task, name, status, ...(status === 'done' || awaits === undefined ? [] : [awaits])].join(' '),
    ),
    primitives: [...state.primitives.values()].filter(isOurs).map((each) => {
      const waiters = each.waiters.map(({ future }) => future).filter((future) => !isDone(future));
      return primitiveText({ ...each, waiters });
    }),
  };
}

/** Of what only native code waits for, no live thing is known here. */
function isOurs({ kind }: { readonly kind: string }): boolean {
  return kind !== 'ForeignPromise';
}
