/**
 * The panel of the tasks, in the order of their making: how each is, and what it waits for.
 *
 * Those that are done stay where they are, so that none ever moves; the one that has run, or
 * that was chosen, is in sight.
 */

import type { TaskState } from '../../trace/state/task-state';
import type { Extent } from './extent';
import { cell, line, piece } from './line';
import type { Moment } from './moment';
import type { Content, Mark, Row } from './panel';
import { statusOf, WORD_WIDTH } from './task-words';

/** How wide a name may be before it is cut. */
const MAX_NAME = 16;

export function tasksPanel(moment: Moment, { nameWidth }: Extent, subject: TaskState | undefined): Content {
  const tasks = [...moment.state.tasks.values()];
  return {
    title: `${titleOf(tasks)} ${tasks.length}`,
    count: tasks.length,
    at: tasks.findIndex(({ task }) => task === subject?.task),
    rowAt: (i) => rowOf(moment, tasks[i] as TaskState, Math.min(nameWidth, MAX_NAME)),
  };
}

function titleOf(tasks: readonly TaskState[]): string {
  const greenlets = tasks.filter(({ kind }) => kind !== undefined).length;
  if (greenlets === 0) return 'tasks';
  return greenlets === tasks.length ? 'greenlets' : 'tasks, greenlets';
}

function rowOf(moment: Moment, task: TaskState, nameWidth: number): Row {
  const { word, detail, style } = statusOf(moment, task);
  return {
    mark: markOf(moment, task),
    event: task.event,
    task: task.task,
    line: line(cell(task.name, nameWidth), '  ', piece(word.padEnd(WORD_WIDTH), style), ` ${detail}`),
  };
}

function markOf(moment: Moment, { task, event }: TaskState): Mark | undefined {
  if (task === moment.state.current) return '▶';
  if (!moment.before.tasks.has(task)) return '+';
  return moment.isFresh(event) ? '•' : undefined;
}
