/**
 * The mood of a task in a scene.
 *
 * Whether it is dead there, and what it waits for, is for the run to tell: mood.ts only knows
 * the words.
 */

import type { TaskState } from '../trace/state/task-state';
import { awaitedText } from '../trace/why/short-names';
import { type Mood, moodOf, moodText } from './mood';
import type { Scene } from './scene';

/** Give the mood of a task. */
export function moodIn({ run, state }: Scene, task: TaskState | undefined): Mood {
  return moodOf(task, task !== undefined && run.deadlocks.hasKilled(task, state.event));
}

/** Say it: `waits for Lock 1`. */
export function moodTextIn(scene: Scene, task: TaskState | undefined): string {
  const { index } = scene.run;
  const suspend = task?.status === 'waiting' ? index.last(task.task, scene.state.event, 'suspend') : undefined;
  const awaited = suspend === undefined ? undefined : awaitedText(index, suspend);
  return moodText(moodIn(scene, task), awaited, task?.result);
}
