/**
 * The head of the screen: which step this is, at what time, in which iteration, and what ran.
 *
 * Numbers that grow have their room from the beginning, so that what stands behind them does
 * not move.
 */

import { fileNameOf, shownTime } from '../../trace/why/wording';
import { handleName } from './handle-name';
import { fitLine, type Line, line, piece } from './line';
import type { Moment } from './moment';
import type { Timeline } from './timeline';
import type { View } from './view';

export function headLine(timeline: Timeline, { step, size, isPlaying }: View): Line {
  const moment = timeline.at(step);
  const { time, iteration } = moment.state;
  const last = String(timeline.lastStep);
  // What grows has its room from the beginning, so that nothing moves.
  const parts = [
    ` ${fileNameOf(moment.index.trace.header.program)}`,
    `step ${String(step).padStart(last.length)} of ${last}`,
    shownTime(time).padStart(timeline.extent.timeWidth),
    `iteration ${String(iteration).padStart(last.length)}`,
  ];
  const playing = piece(isPlaying ? '   playing' : '', 'dim');
  return fitLine(line(piece(`${parts.join('   ')}   `, 'title'), piece(ran(moment), 'current'), playing), size.columns);
}

function ran(moment: Moment): string {
  const { handle, current, step } = moment.state;
  if (handle !== undefined) return `▶ ${handleName(moment, handle.handle)}`;
  return step === 0 || current === undefined ? 'nothing has run yet' : `▶ ${moment.nameOf(current)}`;
}
