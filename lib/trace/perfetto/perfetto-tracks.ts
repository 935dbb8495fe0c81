/**
 * PerfettoTracks: a track for each task and greenlet, and one for callbacks that are no task's steps.
 *
 * On a task's track its life is one slice, and in it, one after another: that it is ready, that
 * it takes a step, that it waits, and for what.
 *
 *     [ hello                                                  ]
 *       [ready] [step] [waiting for its sleep] [ready] [step]
 *
 * Counterpart: threads, in the trace event format of Chromium.
 */

import type { ResumeEvent, SuspendEvent, TaskEvent } from '../event/task-events';
import { awaitedName } from '../why/awaited';
import type { TraceIndex } from '../why/trace-index';
import { shownPlace } from '../why/wording';
import type { PerfettoArgs, PerfettoWriter } from './perfetto-writer';

/** The track of callbacks, and of what is done outside any loop. */
export const CALLBACKS = 1;

/** That a task is ready, or waits. */
interface Phase {
  readonly cat: 'ready' | 'waiting';
  readonly name: string;
  readonly args?: PerfettoArgs;
}

const READY: Phase = { cat: 'ready', name: 'ready' };

/** A task's track. */
interface Track {
  readonly tid: number;
  /** The slice that is begun in that of its life. */
  inside: 'step' | 'phase' | undefined;
  /** What comes after the step under way; undefined where that is the last. */
  next: Phase | undefined;
}

export class PerfettoTracks {
  /** Those of the tasks that are not done. */
  private readonly tracks = new Map<number, Track>();
  private last = CALLBACKS;

  constructor(
    private readonly index: TraceIndex,
    private readonly writer: PerfettoWriter,
  ) {
    writer.nameTrack(CALLBACKS, 'callbacks');
  }

  /** Give the track of a task; that of the callbacks for what is none. */
  tidOf(task: number | undefined): number {
    return this.tracks.get(task ?? 0)?.tid ?? CALLBACKS;
  }

  /** A task is made: its life begins. */
  begin({ n, task, coroutine, place }: TaskEvent, ts: number): void {
    this.last += 1;
    const tid = this.last;
    this.tracks.set(task, { tid, inside: undefined, next: undefined });
    this.writer.nameTrack(tid, this.index.nameOf(task, this.index.trace.events.length));
    const args = { event: n, made: place === undefined ? undefined : shownPlace(place) };
    this.writer.begin(tid, ts, 'task', coroutine, args);
  }

  /** A step of the task is scheduled: it is ready, now or after the step under way. */
  ready(task: number, ts: number): void {
    const track = this.tracks.get(task);
    if (track === undefined) return;
    if (track.inside === 'step') track.next = READY;
    else this.change(track, READY, ts);
  }

  /** The step under way will be followed by a wait. */
  willWait(event: SuspendEvent): void {
    const track = this.tracks.get(event.task);
    if (track === undefined || (event.future === undefined && !this.index.isGreenlet(event.task))) return;
    const place = event.chain?.at(-1);
    const args = { event: event.n, where: place === undefined ? undefined : shownPlace(place) };
    track.next = { cat: 'waiting', name: `waiting for ${awaitedName(this.index, event)}`, args };
  }

  /** The task takes a step, */
  beginStep({ n, task, error }: ResumeEvent, ts: number): void {
    const track = this.tracks.get(task);
    if (track === undefined) return;
    if (track.inside !== undefined) this.writer.end(track.tid, ts);
    this.writer.begin(track.tid, ts, 'step', 'step', { event: n, thrown: error });
    track.inside = 'step';
    track.next = undefined;
  }

  /** and has taken it: unless it waits now, or is ready again, its life is over. */
  endStep(task: number, ts: number): void {
    const track = this.tracks.get(task);
    if (track === undefined) return;
    this.change(track, track.next, ts);
    if (track.next !== undefined) return;
    this.writer.end(track.tid, ts);
    this.tracks.delete(task);
  }

  /** The trace is over: so is all that was begun. */
  end(ts: number): void {
    for (const { tid, inside } of this.tracks.values()) {
      if (inside !== undefined) this.writer.end(tid, ts);
      this.writer.end(tid, ts);
    }
  }

  private change(track: Track, phase: Phase | undefined, ts: number): void {
    if (track.inside !== undefined) this.writer.end(track.tid, ts);
    track.inside = phase === undefined ? undefined : 'phase';
    if (phase !== undefined) this.writer.begin(track.tid, ts, phase.cat, phase.name, phase.args);
  }
}
