/**
 * What the specs of traces use: an event as a line of text.
 *
 *     7@0.5 run handle=1 <- 3
 *
 * That is its number, time, type, what else it says, and its cause.
 */

import type { TraceEvent } from '../../../lib/trace/trace-event';

const SAID = new Set(['n', 'time', 'cause', 'type']);

export function eventText(event: TraceEvent): string {
  const { n, time, cause, type } = event;
  const details = Object.entries(event).filter(([name, value]) => !SAID.has(name) && value !== undefined);
  const text = details.map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${n}@${time} ${type}${text.join('')} <- ${cause}`;
}
