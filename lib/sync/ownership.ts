/**
 * Ownership: who has acquired a lock, or permits of a semaphore, and not released them.
 *
 * No lock depends on it: any task may release what another acquired, as in asyncio. It is kept
 * so that owners can be named where somebody waits for ever. A release gives back what the task
 * that releases acquired last; where it has acquired nothing, what was acquired first.
 *
 * Invariant: as many are held as were acquired and not released. What was acquired outside of a
 * task counts, and has no owner.
 *
 * Counterpart: none; threading.RLock knows its owner, asyncio's locks do not.
 */

import type { Future } from '../future/future';
import { peekCurrentTask } from '../future/registry';
import { peekRunningLoop } from '../future/running-loop';

/** What was acquired, and by whom. */
interface Hold {
  readonly task: Future | undefined;
  /** Whether it was by `asyncWith`, and so will be released by the same. */
  isInside: boolean;
}

/** The account of one lock or semaphore. */
export class Ownership {
  private readonly holds: Hold[] = [];
  /** Whether it was ever released otherwise than on leaving an `asyncWith`. */
  private isReleasedByHand = false;

  /** Take note that the current task has acquired it. */
  acquired(): void {
    this.holds.push({ task: currentTask(), isInside: false });
  }

  /** Take note that what the current task has just acquired is the business of an `asyncWith`. */
  entered(): void {
    const hold = this.holds[this.lastOf(currentTask())];
    if (hold !== undefined) hold.isInside = true;
  }

  /** Take note that the current task has released it. */
  released(): void {
    const index = Math.max(this.lastOf(currentTask()), 0);
    const hold = this.holds[index];
    // Nearly always it is the last, which is quicker to take.
    if (index === this.holds.length - 1) this.holds.pop();
    else this.holds.splice(index, 1);
    if (!hold?.isInside) this.isReleasedByHand = true;
  }

  private lastOf(task: Future | undefined): number {
    let i = this.holds.length - 1;
    while (i >= 0 && this.holds[i]?.task !== task) i -= 1;
    return i;
  }

  /** Give the tasks that hold it, in the order in which they acquired it. */
  tasks(): Future[] {
    return this.holds.flatMap(({ task }) => task ?? []);
  }

  /** Tell whether somebody holds it, all do so inside an `asyncWith`, and it was never released but on leaving one. */
  areAllInside(): boolean {
    return this.holds.length > 0 && !this.isReleasedByHand && this.holds.every(({ isInside }) => isInside);
  }
}

function currentTask(): Future | undefined {
  const loop = peekRunningLoop();
  return loop && peekCurrentTask(loop);
}
