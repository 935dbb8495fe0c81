/**
 * Repetition: a run that is expected to do what an earlier one did.
 *
 * As long as it does the same again, its events are those of the earlier run, and none are made;
 * which is what takes most of the time. The first that differs is noted, as it was then and as
 * it is now; from there on nothing is expected, and the run goes its own way.
 *
 * Two events are the same when each field of the one is that of the other: so whoever says that
 * something happened says all fields that such an event may have, also those that are undefined.
 */

import type { TraceEvent } from '../trace-event';

/** An event without what the log adds to it. */
export type Happening = TraceEvent extends infer E
  ? E extends TraceEvent
    ? Omit<E, 'n' | 'time' | 'cause' | 'loop'>
    : never
  : never;

/** A run that was recorded before: its events, and whether these are all that it ever did. */
export interface EarlierRun {
  readonly events: readonly TraceEvent[];
  readonly isOver: boolean;
}

/** Where a run did not do what the earlier one did: what happened then, and now; undefined where it was over by then. */
export interface Difference {
  /** The number of the event. */
  readonly n: number;
  readonly before: TraceEvent | undefined;
  readonly now: TraceEvent | undefined;
}

/** What is known of a run that was never made. */
const UNKNOWN: EarlierRun = { events: [], isOver: false };

export class Repetition {
  private difference: Difference | undefined = undefined;

  constructor(private earlier: EarlierRun = UNKNOWN) {}

  /** Give the event of number `n`, if the earlier run has one that says the same. */
  find(n: number, time: number, cause: number, loop: number | undefined, happening: Happening): TraceEvent | undefined {
    const known = this.earlier.events[n - 1];
    if (known === undefined || known.time !== time || known.cause !== cause || known.loop !== loop) return undefined;
    return saysTheSame(known, happening) ? known : undefined;
  }

  /** Take note of an event that was not found: that is a difference, unless no more is known of the earlier run. */
  happened(now: TraceEvent): void {
    const before = this.earlier.events[now.n - 1];
    if (before !== undefined || this.earlier.isOver) this.difference = { n: now.n, before, now };
    this.earlier = UNKNOWN;
  }

  /** Take note that the run is over after `count` events: that is a difference, if the earlier one had more. */
  ended(count: number): void {
    const before = this.earlier.events[count];
    if (before !== undefined) this.difference = { n: before.n, before, now: undefined };
    this.earlier = UNKNOWN;
  }

  /** Expect nothing any more, and forget the difference, if there is one. */
  breakOff(): void {
    this.earlier = UNKNOWN;
    this.difference = undefined;
  }

  /** Give the earlier run, if `count` events repeated it so far; undefined where they have gone on, or gone another way. */
  earlierBeyond(count: number): EarlierRun | undefined {
    return this.earlier.events.length >= count ? this.earlier : undefined;
  }

  /** Whether something was not done as before. */
  isBroken(): boolean {
    return this.difference !== undefined;
  }

  /** Give the difference, once. */
  takeDifference(): Difference | undefined {
    const { difference } = this;
    this.difference = undefined;
    return difference;
  }
}

function saysTheSame(known: TraceEvent, happening: Happening): boolean {
  const before = known as unknown as Record<string, unknown>;
  const now = happening as unknown as Record<string, unknown>;
  for (const field in now) {
    if (before[field] !== now[field] && !areSameLists(before[field], now[field])) return false;
  }
  return true;
}

function areSameLists(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]);
}
