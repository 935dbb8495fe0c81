/**
 * flowsOf: the arrows of a trace, from cause to effect.
 *
 *     wakes     from what ended a future to the step of the task that had waited for it
 *     cancels   from a request to end to the step in which it lands
 *     makes     from the making of a task to its first step
 *     calls     from the scheduling of a callback, or a timer, to its run
 *     switches  from a switch to the step of the greenlet that was switched to
 *     sends     from the sending of a packet to its arrival
 *
 * An arrow goes from one step or run to another. What the program did outside any loop has none.
 *
 * Counterpart: flow events, in the trace event format of Chromium.
 */

import type { TraceEvent } from '../trace-event';
import type { TraceIndex } from '../why/trace-index';
import { triggerOf } from '../why/trigger';

/** An arrow. */
export interface Flow {
  readonly id: number;
  readonly name: 'wakes' | 'cancels' | 'makes' | 'calls' | 'switches' | 'sends';
}

/** The arrows of a trace, by the numbers of the events where they begin, and where they end. */
export interface Flows {
  readonly from: ReadonlyMap<number, readonly Flow[]>;
  readonly to: ReadonlyMap<number, Flow>;
}

/** Find the arrows. */
export function flowsOf(index: TraceIndex): Flows {
  const from = new Map<number, Flow[]>();
  const to = new Map<number, Flow>();
  for (const event of index.trace.events) {
    const cause = causeOf(index, event);
    const name = cause === undefined ? undefined : NAMES[cause.type];
    if (cause === undefined || name === undefined || !isShown(index, cause)) continue;
    const flow: Flow = { id: to.size + 1, name };
    const others = from.get(cause.n);
    if (others === undefined) from.set(cause.n, [flow]);
    else others.push(flow);
    to.set(event.n, flow);
  }
  return { from, to };
}

/** Whether an event happened in what is shown: in a task's step, or in the run of a callback that is none. */
function isShown(index: TraceIndex, { n }: TraceEvent): boolean {
  const span = index.within(n);
  return span?.type === 'resume' || (span !== undefined && index.schedulingOf(span.handle)?.task === undefined);
}

const NAMES: { readonly [type in TraceEvent['type']]?: Flow['name'] } = {
  done: 'wakes',
  cancel: 'cancels',
  task: 'makes',
  schedule: 'calls',
  switch: 'switches',
  packet: 'sends',
};

function causeOf(index: TraceIndex, event: TraceEvent): TraceEvent | undefined {
  if (event.type === 'resume') return triggerOf(index, event);
  if (event.type === 'packet') return event.what === 'arrived' ? index.event(event.cause) : undefined;
  const scheduling = event.type === 'run' ? index.schedulingOf(event.handle) : undefined;
  if (scheduling === undefined || scheduling.task !== undefined) return undefined;
  return index.packetBroughtBy(scheduling) === undefined ? scheduling : undefined;
}
