/**
 * Mood: what a task is doing, or how it ended, for the eye: a sign and a few words each.
 *
 * A colour never says it alone.
 */

import type { TaskState } from '../trace/state/task-state';

/** About to take a step, taking one, waiting, waiting in vain; how it ended; or not made yet. */
export type Mood = 'running' | 'ready' | 'waiting' | 'dead' | 'result' | 'exception' | 'cancelled' | 'unborn';

/** What stands before its name. */
export const SIGNS: Readonly<Record<Mood, string>> = {
  running: '▶',
  ready: '◇',
  waiting: '◔',
  dead: '☠',
  result: '✓',
  exception: '✕',
  cancelled: '⊘',
  unborn: '·',
};

/** Give the mood of a task; `isDead` where it can never run again. */
export function moodOf(task: TaskState | undefined, isDead: boolean): Mood {
  if (task === undefined) return 'unborn';
  if (task.status === 'done') return task.outcome ?? 'result';
  if (task.status === 'waiting') return isDead ? 'dead' : 'waiting';
  return task.status === 'scheduled' ? 'ready' : 'running';
}

/** Say it, with what is waited for, or what came of it: `waits for Lock 1`, `sleeps until 2s`. */
export function moodText(mood: Mood, awaited = '', result?: string): string {
  switch (mood) {
    case 'running':
      return 'runs';
    case 'ready':
      return 'is ready';
    case 'waiting':
      return awaited.startsWith('sleep ') ? awaited.replace('sleep', 'sleeps') : `waits for ${awaited}`;
    case 'dead':
      return `waits for ever: ${awaited}`;
    case 'result':
      return result === undefined ? 'is done' : `is done: ${result}`;
    case 'exception':
      return `failed: ${result ?? 'an exception'}`;
    case 'cancelled':
      return 'was cancelled';
    case 'unborn':
      return 'is not made yet';
  }
}
