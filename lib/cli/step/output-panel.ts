/**
 * The panel of the output so far, the last line of which is in sight.
 *
 * What went to the stream of errors is marked as wrong, and what this step wrote as new.
 */

import { line, piece } from './line';
import type { Moment } from './moment';
import type { Content, Row } from './panel';
import type { Transcript } from './transcript';
import { visibleLines } from './visible-text';

export function outputPanel(moment: Moment, transcript: Transcript): Content {
  const count = transcript.countAt(moment.state.event);
  return { title: `output ${count}`, count, at: count - 1, rowAt: (i) => rowOf(moment, transcript, i) };
}

function rowOf(moment: Moment, transcript: Transcript, i: number): Row {
  const { stream, text, event } = transcript.lineAt(i, moment.state.event) ?? { stream: 'out', text: '', event: 0 };
  const [shown = ''] = visibleLines(text);
  const isError = stream === 'err';
  return {
    mark: isError ? '!' : moment.isFresh(event) ? '+' : undefined,
    event,
    line: line(piece(shown, isError ? 'alarm' : 'plain')),
  };
}
