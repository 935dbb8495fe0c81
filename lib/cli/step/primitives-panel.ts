/**
 * The panel of locks, queues and their kin: who holds each, what is in it, who stands in line.
 *
 * They are in the order in which they were met, and numbered so, since they have no names.
 */

import type { PrimitiveState } from '../../trace/state/primitive-state';
import { line, piece } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Row } from './panel';
import { stateOf } from './primitive-words';

export function primitivesPanel(moment: Moment): Content {
  const primitives = [...moment.state.primitives.values()];
  const latest = moment.last('primitive', 'wait')?.primitive;
  const rows = primitives.flatMap((primitive) => rowsOf(moment, primitive));
  const at = rows.findIndex(({ primitive }) => primitive === latest);
  return listOf(`locks and queues ${primitives.length}`, rows, at);
}

/** One row or two, that of the line where anybody stands in it. */
function rowsOf(moment: Moment, state: PrimitiveState): (Row & { primitive: number })[] {
  const { primitive, waiters } = state;
  const event = lastEventOf(moment, primitive);
  const hasChanged = moment.before.primitives.get(primitive) !== state;
  const name = piece(moment.nameOfPrimitive(primitive));
  const first = {
    primitive,
    event,
    mark: hasChanged ? ('•' as const) : undefined,
    line: line(name, `  ${stateOf(moment, state)}`),
  };
  if (waiters.length === 0) return [first];
  const names = waiters.map(({ task }) => (task === undefined ? 'somebody' : moment.nameOf(task)));
  return [first, { primitive, event, line: line(piece('  in line: ', 'dim'), names.join(', ')) }];
}

function lastEventOf(moment: Moment, primitive: number): number | undefined {
  return moment.index.primitiveAt(primitive, moment.state.event)?.n;
}
