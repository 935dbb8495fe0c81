/**
 * UnderWay: which steps and calls are under way, as one goes through a trace.
 *
 * A trace tells when the loop runs a handle and when a task takes a step, and not when these are
 * over: that shows when something happens that is no part of them. What is under way is nested:
 * the step of a task in the run of its handle, an eager task's first step in that of its maker,
 * a whole loop in a step that blocks for it. Only a greenlet that is switched to does not run within
 * the step in which that was done, but in its place.
 *
 * Counterpart: EventLog has the same stack, while it writes.
 */

import type { RunEvent } from '../event/loop-events';
import type { ResumeEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import { isEndOfWay, type TraceIndex } from '../why/trace-index';

/** A step of a task or greenlet, or a handle's run. */
export type Span = ResumeEvent | RunEvent;

export class UnderWay {
  private readonly spans: Span[] = [];
  /** How many spans, of other loops, are under way around each loop. */
  private readonly around = new Map<number, number>();

  constructor(private readonly index: TraceIndex) {}

  /** Go on to `event`, the next of the trace. Gives the spans that are over by then, innermost first. */
  goTo(event: TraceEvent): readonly Span[] {
    const over = this.spans.splice(this.countAround(event)).reverse();
    if (event.type === 'iteration') this.around.set(event.loop ?? 1, this.spans.length);
    if (event.type === 'run' || event.type === 'resume') this.spans.push(event);
    return over;
  }

  /** End what is under way. Gives the spans, innermost first. */
  end(): readonly Span[] {
    return this.spans.splice(0).reverse();
  }

  /** How many of the spans have `event` in them. What caused a run is no span that it is in. */
  private countAround(event: TraceEvent): number {
    if (event.type === 'run' || event.type === 'due') return this.around.get(event.loop ?? 1) ?? this.spans.length;
    const span = this.index.within(isEndOfWay(event) ? event.n : event.cause);
    const count = this.spans.lastIndexOf(span as Span) + 1;
    return event.type === 'resume' && this.isLeftFor(event) ? count - 1 : count;
  }

  /** Whether a greenlet goes on in the place of the one that switched to it. */
  private isLeftFor({ cause }: ResumeEvent): boolean {
    const event = this.index.event(cause);
    return event?.type === 'switch' && event.from !== undefined;
  }
}
