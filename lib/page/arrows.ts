/**
 * Arrows: what did something to what. One task makes another, wakes it, or asks it to end; a
 * greenlet switches to another; a step has a callback scheduled, or sends a packet.
 *
 * An arrow leads from a step to the step that came of it, which is not there where it never
 * came. There is none from a task to itself, and none from what no step did.
 */

import type { Replay } from '../trace/state/replay';
import type { TraceEvent } from '../trace/trace-event';
import type { TraceIndex } from '../trace/why/trace-index';

/** What was done. */
export type ArrowKind = 'made' | 'woke' | 'cancelled' | 'scheduled' | 'switched' | 'sent';

/** From one lane to another. */
export interface Arrow {
  readonly kind: ArrowKind;
  /** The number of the event that it stands for. */
  readonly event: number;
  /** The step in which that was, and the lanes from which and to which: tasks, or 0 for the loop's own. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
  /** The step that came of it. */
  readonly effect: number | undefined;
}

/** The arrows of a trace, in the order of what they stand for. */
export class Arrows {
  readonly all: readonly Arrow[];
  private readonly byEffect = new Map<number, Arrow[]>();

  constructor(replay: Replay, index: TraceIndex) {
    this.all = new ArrowsInTheMaking(replay, index).finish();
    for (const arrow of this.all) {
      if (arrow.effect !== undefined) this.byEffect.set(arrow.effect, [...this.into(arrow.effect), arrow]);
    }
  }

  /** Those that led to a step. */
  into(step: number): readonly Arrow[] {
    return this.byEffect.get(step) ?? [];
  }

  /** Those that begin in the steps from `first` to `last`. */
  between(first: number, last: number): readonly Arrow[] {
    return this.all.slice(this.firstAt(first), this.firstAt(last + 1));
  }

  private firstAt(step: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle] as Arrow).step < step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const KINDS = { task: 'made', wake: 'woke', cancel: 'cancelled' } as const;

type OpenArrow = { -readonly [K in keyof Arrow]: Arrow[K] };

class ArrowsInTheMaking {
  private readonly arrows: OpenArrow[] = [];
  /** Those that have not arrived: by the task, or the callback's handle, that is to run. */
  private readonly toTask = new Map<number, OpenArrow[]>();
  private readonly toHandle = new Map<number, OpenArrow[]>();

  constructor(
    private readonly replay: Replay,
    private readonly index: TraceIndex,
  ) {}

  finish(): Arrow[] {
    for (let step = 0; step <= this.replay.lastStep; step++) {
      for (const event of this.replay.eventsOf(step)) this.apply(event, step);
    }
    return this.arrows;
  }

  private apply(event: TraceEvent, step: number): void {
    switch (event.type) {
      case 'task':
      case 'wake':
      case 'cancel':
        this.begin(KINDS[event.type], event, step, event.task, this.underWayTo(this.toTask, event.task));
        break;
      case 'schedule':
        if (event.task !== undefined) break; // what needed the step has an arrow
        this.begin(
          this.index.packetBroughtBy(event) ? 'sent' : 'scheduled',
          event,
          step,
          0,
          this.underWayTo(this.toHandle, event.handle),
        );
        break;
      case 'switch':
        if (event.to !== undefined)
          this.begin('switched', event, step, event.to, this.underWayTo(this.toTask, event.to));
        break;
      case 'run':
        this.arrive(this.toHandle, event.handle, step);
        break;
      case 'resume':
        this.arrive(this.toTask, event.task, step);
        break;
    }
  }

  private begin(kind: ArrowKind, { n }: TraceEvent, step: number, to: number, underWay: OpenArrow[]): void {
    const from = this.laneOf(n);
    if (from === undefined || from === to) return;
    const arrow: OpenArrow = { kind, event: n, step, from, to, effect: undefined };
    this.arrows.push(arrow);
    underWay.push(arrow);
  }

  private underWayTo(all: Map<number, OpenArrow[]>, target: number): OpenArrow[] {
    const some = all.get(target) ?? [];
    all.set(target, some);
    return some;
  }

  private arrive(all: Map<number, OpenArrow[]>, target: number, step: number): void {
    for (const arrow of all.get(target) ?? []) arrow.effect = step;
    all.delete(target);
  }

  /** The lane of the step in which event `n` happened. */
  private laneOf(n: number): number | undefined {
    const place = this.index.within(n);
    return place?.type === 'run' ? (this.index.schedulingOf(place.handle)?.task ?? 0) : place?.task;
  }
}
