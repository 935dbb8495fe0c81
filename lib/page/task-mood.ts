/**
 * The mood of a task in a scene.
 *
 * Whether it is dead there, and what it waits for, is for the run to tell: mood.ts only knows
 * the words.
 */

import type { TaskState } from '../trace/state/task-state';
import { awaitedTextAt } from '../trace/why/short-names';
import { type Mood, moodOf, moodText } from './mood';
import type { Scene } from './scene';

/** Give the mood of a task. */
export function moodIn({ run, state }: Scene, task: TaskState | undefined): Mood {
  return moodOf(task, task !== undefined && run.deadlocks.hasKilled(task, state.event));
}

/** Say it: `waits for Lock 1`. */
export function moodTextIn(scene: Scene, task: TaskState | undefined): string {
  const { index } = scene.run;
  const awaited = task?.status === 'waiting' ? awaitedTextAt(index, task.task, scene.state.event) : undefined;
  return moodText(moodIn(scene, task), awaited, task?.result);
}
