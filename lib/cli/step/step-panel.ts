/**
 * The panel of this step: what ran, and all that came of it, in the order in which it happened.
 *
 * What is wrong is brought into sight, and shown whole, as nobody should have to look for it.
 */

import type { TraceEvent } from '../../trace/trace-event';
import { line, piece, type Style } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Mark, type Row } from './panel';
import { tell } from './telling';
import { visibleLines } from './visible-text';

export function stepPanel(moment: Moment): Content {
  const rows = moment.events.flatMap((event) => rowsOf(event, moment));
  const alarm = rows.findIndex(({ mark }) => mark === '!');
  return listOf(moment.step === 0 ? 'before the first step' : 'this step', rows, Math.max(0, alarm));
}

function rowsOf(event: TraceEvent, moment: Moment): Row[] {
  const telling = tell(event, moment);
  if (telling === undefined) return [];
  const [text, mark] = telling;
  return visibleLines(text).map((each, i) => ({
    event: event.n,
    mark: i === 0 ? mark : undefined,
    line: line(piece(each, styleOf(mark))),
  }));
}

function styleOf(mark: Mark | undefined): Style {
  return mark === '!' ? 'alarm' : mark === '▶' ? 'title' : 'plain';
}
