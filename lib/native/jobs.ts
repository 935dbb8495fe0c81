/**
 * Jobs: what this library asks of a host, to run native async functions.
 *
 * A native async function goes on, after an `await`, in a job (ECMA-262, 9.5). Jobs stand in a
 * queue of the host's, which the host runs when nothing else does; while a loop runs, that is
 * never. So whoever resumes such a function has the queue run, there and then, until it is empty:
 * `run`. What is asked besides is whose the code is that runs in a job: every call of a native
 * function has an owner, and so has all that it begins.
 *
 * Counterpart: none. lib/host has the one for Node; another host may have another.
 */

import type { NativeAccount } from '../coroutine/native-code';
import type { Frame } from '../stack';
import type { JobOwner } from './job-owner';

/** A host's queue of jobs. */
export interface Jobs {
  /** The owner of the code that runs now; undefined for code that is nobody's. */
  readonly owner: JobOwner | undefined;
  /** The promise that the job is for that runs now; after it, that of the last. */
  readonly promise: object | undefined;
  /** Whether there may be something in the queue: a promise was made since it ran. */
  readonly isTouched: boolean;
  /** Of the loops that run within each other, what the innermost has. */
  readonly account: NativeAccount | undefined;
  /** Keep account of who owns what from now on, until `unwatch` was called as often. */
  watch(account: NativeAccount): void;
  unwatch(): void;
  /** Keep nothing of what was awaited: these promises lead to all that was made along with them. */
  forget(): void;
  /** Do so before anybody watches: native functions may be called before the loop runs that is to drive them. */
  watchAhead(): void;
  /**
   * Do `work` as `owner`, then all that it leaves in the queue, and what that leaves there. Called
   * within such a job, it only does `work`: the queue is being run already.
   */
  run(owner: JobOwner, work: () => void): void;
  /** Run the queue, as nobody; not within a job. Throws what was thrown there and had nobody to go to. */
  drain(): void;
  /**
   * Make the call that gave `promise` the `owner`'s, and all that it began; if it was just made, by the owner of
   * this code. Then do `follow` as `owner`.
   */
  claim(promise: object, owner: JobOwner, follow: () => void): void;
  /** Say why the queue cannot be run from where we are; give undefined where it can. */
  obstacle(): string | undefined;
  /** Of the promises that were awaited last, give those that `owner`'s code awaited, the oldest first. */
  awaitedBy(owner: JobOwner): object[];
  /** Give the calls by which `promise` is awaited, outermost first; none where they are not known. */
  callsAwaiting(promise: object): Frame[];
}
