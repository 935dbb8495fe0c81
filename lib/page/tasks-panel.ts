/**
 * The panel of the tasks: all of them, in the order of their creation, each with what it is
 * doing or how it ended.
 *
 * To whoever cannot see the lanes it tells the same, at this step.
 */

import type { TaskState } from '../trace/state/task-state';
import { byId } from './element';
import type { Content } from './list-panel';
import { SIGNS } from './mood';
import { moodIn, moodTextIn } from './task-mood';

export const TASKS: Content<TaskState> = {
  id: 'tasks',
  rowHeight: 26,
  empty: 'There is no task.',
  items: ({ state }) => {
    const tasks = [...state.tasks.values()];
    return byId<HTMLInputElement>('hide-done').checked ? tasks.filter(({ status }) => status !== 'done') : tasks;
  },
  entry: (task, scene) => {
    const mood = moodIn(scene, task);
    return {
      key: task.task,
      event: task.event,
      task: task.task,
      look: scene.task === task.task ? `${mood} chosen` : mood,
      current: scene.state.current === task.task,
      texts: [
        ['sign', SIGNS[mood]],
        ['name', task.name],
        ['text', moodTextIn(scene, task)],
      ],
    };
  },
  inSight: (tasks, scene) => tasks.findIndex(({ task }) => task === scene.task),
};
