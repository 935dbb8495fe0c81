/**
 * Small programs for the specs on dead tasks, and the means to run them up to where time has to pass.
 *
 * They are functions of their own, as what a function holds it shares with those beside it.
 */

import { allTasks, asyncWith, createTask, Event, EventLoop, getRunningLoop, type Lock, sleep } from '../../../lib';
import { NodeHost } from '../../../lib/host/node-host';
import { lookForDeadTasks } from '../../../lib/trace/dead/liveness';

export const host = new NodeHost();

/** What is run beside a task that goes on for ever. */
export type Program = () => PromiseLike<unknown>;

/** Run what is ready, until time has to pass. */
export function runUntilWaiting(loop: EventLoop): void {
  while (!loop.isWaitingForTime()) loop.step();
}

/**
 * Run `main` beside a task that goes on for ever; give the names of the tasks that are dead after `seconds`.
 * With `lost`, there is one that waits for what nobody has: if it is not found dead, nothing would be.
 */
export function deadIn(main: Program, { seconds = 1.5, isSeen = true, lost = false } = {}): string[] {
  const loop = new EventLoop();
  if (lost) loop.createTask(new Event().wait(), { name: 'lost' });
  loop.createTask(ticks());
  loop.createTask(main(), { name: 'main' });
  loop.callLater(seconds, () => {});
  while (loop.time() < seconds) loop.step();
  runUntilWaiting(loop);
  return lookForDeadTasks(loop, { host: isSeen ? host : undefined }).dead.map((task) => task.getName());
}

/** Goes on for ever, and has to do with nobody. */
export async function ticks() {
  for (;;) await sleep(1);
}

/** Acquires `first` and, a second later, `second`. */
export async function acquires(first: Lock, second: Lock) {
  await first.acquire();
  await sleep(1);
  await second.acquire();
}

/** Does so inside of both. */
export async function enters(first: Lock, second: Lock) {
  await asyncWith(first, async () => {
    await sleep(1);
    await asyncWith(second, () => sleep(1));
  });
}

/** A future that only whoever asked for it has. */
export function newFuture() {
  return getRunningLoop().createFuture();
}

/** Waits for what only it has. */
export async function waitsInVain() {
  await newFuture();
}

/** Does so again when it is cancelled, once. */
export async function stubborn() {
  try {
    await waitsInVain();
  } catch {
    await waitsInVain();
  }
}

/** Ends, while another waits for what nobody will have then. */
export async function leavesOneWaiting() {
  const future = newFuture();
  const wait = async () => void (await future);
  createTask(wait());
  await sleep(1);
}

/** Takes many steps, and calls `log` at each, without any time passing. */
export async function stepsOften(count: number, log: () => void) {
  for (let i = 0; i < count; i++) {
    await sleep(0);
    log();
  }
}

/** Cancels the task of that name after a second, and ends a while later. */
export async function cancels(name: string) {
  await sleep(1);
  for (const task of allTasks()) if (task.getName() === name) task.cancel();
  await sleep(30);
}
