/*
 * The line that the programs of this folder print: the time, the name of the task, the words.
 *
 * Its counterpart is virtual_time.py.
 */

import { currentTask, getRunningLoop, RuntimeError } from 'yieldstar';
import { show } from './show';

/** Print a line. */
export function say(...words: unknown[]): void {
  console.log([whenAndWho(), ...words.map(show)].join(' '));
}

function whenAndWho(): string {
  try {
    const loop = getRunningLoop();
    return `${loop.time()} ${currentTask(loop)?.getName() ?? 'loop'}`;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    return '-';
  }
}
