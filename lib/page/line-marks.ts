/**
 * LineMarks: which tasks stand on which lines of a file.
 *
 * A task stands where its innermost call of the program's is suspended. Those that are done,
 * or have not begun, stand nowhere.
 */

import type { LoopState } from '../trace/state/loop-state';
import type { TaskState } from '../trace/state/task-state';

/** Give the tasks that stand in `file`, by the number of the line: the one that is looked at first. */
export function lineMarks({ tasks }: LoopState, file: string, looked?: number): Map<number, TaskState[]> {
  const marks = new Map<number, TaskState[]>();
  for (const task of tasks.values()) {
    const place = task.status === 'done' ? undefined : task.chain.at(-1);
    if (place?.file !== file) continue;
    const others = marks.get(place.line);
    if (others === undefined) marks.set(place.line, [task]);
    else if (task.task === looked) others.unshift(task);
    else others.push(task);
  }
  return marks;
}
