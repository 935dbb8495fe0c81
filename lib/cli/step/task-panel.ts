/**
 * The panel of one task: what it waits for, the calls by which it does, the innermost first, and
 * what is in the variables of each.
 *
 * It is the task that was chosen, or else the one that has run. A variable is marked that has
 * another value than when the task waited last.
 */

import type { Place, Variable } from '../../trace/host';
import type { TaskState } from '../../trace/state/task-state';
import { fileNameOf, unknownVariables } from '../../trace/why/wording';
import { line, piece } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Row } from './panel';
import { statusOf } from './task-words';

export function taskPanel(moment: Moment, subject: TaskState | undefined): Content {
  if (subject === undefined) return listOf('task', [{ line: line(piece('no task has run yet', 'dim')) }]);
  const { name, status } = subject;
  const coroutine = moment.coroutineOf(subject);
  const earlier = moment.before.tasks.get(subject.task);
  const calls = status === 'done' ? [] : [...subject.chain].reverse();
  const old = [...(earlier?.chain ?? [])].reverse();
  const rows = calls.flatMap((call, i) => callRows(call, old.at(i - calls.length)));
  return listOf(coroutine === undefined ? name : `${name} · ${coroutine}`, [
    statusRow(moment, subject),
    ...rows,
    ...noteRows(unknownVariables(calls)),
    ...originRows(moment, subject),
  ]);
}

function statusRow(moment: Moment, task: TaskState): Row {
  const { word, detail, style } = statusOf(moment, task);
  const asked = task.cancels === 0 ? '' : `, asked ${task.cancels === 1 ? 'once' : `${task.cancels} times`} to end`;
  const joint = word === 'waits' ? ' for ' : word === 'stuck' ? ': waits for ' : ': ';
  return { event: task.event, line: line(piece(word, style), detail === '' ? '' : joint + detail, asked) };
}

/** A call, and its variables; one that has another value than when the task waited last is marked. */
function callRows(call: Place, before: Place | undefined): Row[] {
  const known = before?.name === call.name ? before.variables : undefined;
  return [
    { line: line(piece(call.name, 'title'), piece(`  ${fileNameOf(call.file)}:${call.line}`, 'dim')) },
    ...(call.variables ?? []).map((variable) => variableRow(variable, known)),
  ];
}

function variableRow({ name, value }: Variable, known: readonly Variable[] | undefined): Row {
  const old = known?.find((each) => each.name === name);
  const isFresh = known !== undefined && old?.value !== value;
  return { mark: isFresh ? '•' : undefined, line: line(`  ${name} `, piece('= ', 'dim'), value) };
}

function noteRows(note: string | undefined): Row[] {
  return note === undefined ? [] : [{ line: line(piece(note, 'dim')) }];
}

function originRows(moment: Moment, { parent, place }: TaskState): Row[] {
  if (parent === undefined && place === undefined) return [];
  const where = place === undefined ? '' : ` at ${fileNameOf(place.file)}:${place.line}`;
  const maker = parent === undefined ? '' : ` by ${moment.nameOf(parent)}`;
  return noteRows(`made${where}${maker}`);
}
