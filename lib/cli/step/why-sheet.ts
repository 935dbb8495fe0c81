/**
 * The sheet that tells why something happened: the chain of its causes, nearest first.
 *
 * Each is a row, with its step: one may go there, or ask on.
 */

import { why } from '../../trace/why/why';
import { line, piece } from './line';
import type { Moment } from './moment';
import { type Content, listOf } from './panel';
import type { Timeline } from './timeline';

/** Tell why event `asked` happened, as far as it is known at `moment`. */
export function whySheet(timeline: Timeline, moment: Moment, asked: number): Content {
  const digits = String(timeline.lastStep).length;
  const rows = why(timeline.index, asked, { at: moment.state.event }).map(({ event, sentence }) => {
    const step = String(timeline.stepOf(event)).padStart(digits);
    return { event, line: line(piece(`step ${step}  `, 'dim'), sentence) };
  });
  return listOf('why?', rows);
}
