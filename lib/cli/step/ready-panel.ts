/**
 * The panel of the ready queue: what this step ran, and below it what will be run, in that order.
 *
 * The first row is always what ran: with each step the queue moves up by one, and nothing else
 * moves.
 */

import type { HandleState } from '../../trace/state/loop-state';
import { handleName } from './handle-name';
import { type Line, line, piece } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Row } from './panel';

export function readyPanel(moment: Moment): Content {
  const { ready, handle } = moment.state;
  const waiting = [...ready.values()].map((each) => rowOf(moment, each));
  return listOf(`ready ${ready.size}`, [ranRow(moment, handle), ...waiting], 0);
}

function ranRow(moment: Moment, handle: HandleState | undefined): Row {
  if (handle === undefined) return { line: line(piece('nothing has run yet', 'dim')) };
  const event = moment.events.find(({ type }) => type === 'run')?.n;
  return { mark: '▶', event, line: named(moment, handle) };
}

function rowOf(moment: Moment, handle: HandleState): Row {
  const { event } = handle;
  return { mark: moment.isFresh(event) ? '+' : undefined, event, line: named(moment, handle) };
}

function named(moment: Moment, handle: HandleState): Line {
  const task = moment.task(handle.task);
  const coroutine = task && moment.coroutineOf(task);
  return line(handleName(moment, handle.handle), piece(coroutine === undefined ? '' : `  ${coroutine}`, 'dim'));
}
