/**
 * The panel of the timers in the heap, in the order in which they are due, with their deadlines.
 *
 * A timer goes by what it is for, and by the task that set it.
 */

import type { HandleState } from '../../trace/state/loop-state';
import { deadlineText } from './deadline-text';
import type { Extent } from './extent';
import { handleName } from './handle-name';
import { line } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Row } from './panel';

export function timersPanel(moment: Moment, { timeWidth }: Extent): Content {
  const timers = moment.state.sortedTimers;
  return listOf(
    `timers ${timers.length}`,
    timers.map((timer) => rowOf(moment, timer, timeWidth)),
    0,
  );
}

function rowOf(moment: Moment, timer: HandleState, timeWidth: number): Row {
  const { event, when = Infinity } = timer;
  const mark = moment.isFresh(event) ? '+' : undefined;
  return { mark, event, line: line(`${deadlineText(when).padStart(timeWidth)}  ${handleName(moment, timer.handle)}`) };
}
