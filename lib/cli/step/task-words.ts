/**
 * How a task is, in a word, and what there is to be said of it.
 *
 *     ready       it will take a step
 *     waits       for something
 *     stuck       for what will never come
 *     done        with a result
 *     raised      an exception
 *     cancelled
 */

import type { TaskState } from '../../trace/state/task-state';
import { awaitedTextAt } from '../../trace/why/short-names';
import type { Style } from './line';
import type { Moment } from './moment';

/** How many columns the words take that have something after them. */
export const WORD_WIDTH = 6;

export interface TaskStatusWords {
  readonly word: string;
  /** What it waits for, or how it ended. */
  readonly detail: string;
  readonly style: Style;
}

/** Say how `task` is. */
export function statusOf(moment: Moment, task: TaskState): TaskStatusWords {
  if (task.status === 'done') return endOf(task);
  if (task.status === 'waiting') {
    const detail = awaitedBy(moment, task);
    return moment.isStuck(task) ? { word: 'stuck', detail, style: 'alarm' } : { word: 'waits', detail, style: 'plain' };
  }
  return { word: task.status === 'running' ? 'runs' : 'ready', detail: '', style: 'current' };
}

function endOf({ outcome, result = '' }: TaskState): TaskStatusWords {
  if (outcome === 'exception') return { word: 'raised', detail: result, style: 'alarm' };
  return { word: outcome === 'cancelled' ? 'cancelled' : 'done', detail: result, style: 'dim' };
}

function awaitedBy(moment: Moment, { task }: TaskState): string {
  return awaitedTextAt(moment.index, task, moment.state.event) ?? '';
}
