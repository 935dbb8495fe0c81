/**
 * explain: what deserves an explanation in a trace, as a text to read.
 *
 * Deadlocks, with who waits for whom; requests to end, with what became of each; what was left
 * behind, with where it was made. A section that would be empty is left out.
 *
 * Counterpart: none.
 */

import type { DeadlockEvent } from '../event/program-events';
import type { Trace } from '../trace-event';
import { cancellations } from './cancellations';
import { leftBehind } from './left-behind';
import { sentenceOf } from './sentence';
import { TraceIndex } from './trace-index';
import { type Cause, why } from './why';

/**
 * Explain what happened in `trace`: deadlocks, requests to end, what was left behind. Gives
 * lines, of which the last has no line end.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'hello.ts', sources: {} };
 * console.log(explain({ header, events: recorder.events })); // Nothing to explain: ...
 */
export function explain(trace: Trace): string {
  const index = new TraceIndex(trace);
  const sections = [
    section('Deadlocks', deadlocks(index)),
    section(
      'Cancellations',
      cancellations(index).map(({ story }) => shownStory(story)),
    ),
    section(
      'Left behind',
      leftBehind(index).map(({ story }) => shownStory(story)),
    ),
    section('Lost packets', lostPackets(index)),
  ];
  const told = sections.filter((text) => text !== '');
  return told.length === 0 ? NOTHING : told.join('\n\n');
}

/** How many stories are told in a section, and how many lines of each. */
const MAX_STORIES = 100;
const MAX_LINES = 30;

const NOTHING = 'Nothing to explain: no deadlock, no cancellation, and nothing was left behind.';

function section(title: string, stories: readonly string[]): string {
  if (stories.length === 0) return '';
  const more = stories.length > MAX_STORIES ? [`  and ${stories.length - MAX_STORIES} more`] : [];
  return [title, ...stories.slice(0, MAX_STORIES), ...more].join('\n\n');
}

function deadlocks(index: TraceIndex): string[] {
  const events = index.trace.events.filter((event): event is DeadlockEvent => event.type === 'deadlock');
  return events.map((event) => indented([sentenceOf(index, event), ...event.text.split('\n')]));
}

/** What was lost, and who sent it. */
function lostPackets(index: TraceIndex): string[] {
  const lost = index.trace.events.filter((event) => event.type === 'packet' && event.what === 'lost');
  return lost.map(({ n }) => shownStory(why(index, n, { limit: 3 })));
}

function shownStory(story: readonly Cause[]): string {
  const lines = story.slice(0, MAX_LINES).map(({ sentence }) => sentence);
  return indented(story.length > MAX_LINES ? [...lines, `and ${story.length - MAX_LINES} more`] : lines);
}

/** The first line stands out. */
function indented([first = '', ...others]: readonly string[]): string {
  return [`  ${first}`, ...others.map((line) => `    ${line}`)].join('\n');
}
