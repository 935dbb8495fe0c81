/**
 * Programs in which tasks wait for what others of them have, for reachers.spec.ts.
 *
 * They are in a file of their own, since all that a file holds is reached by its functions.
 */

import { asyncWith, Condition, createTask, Event, type Future, Lock, Queue } from '../../../lib';
import { newFuture, type Program } from './dead-programs';

async function waitsInside(lock: Lock, event: Event) {
  await asyncWith(lock, () => event.wait());
}

async function setsInside(lock: Lock, event: Event) {
  await lock.acquire();
  event.set();
}

async function passesOn(from: Queue<string>, to: Queue<string>) {
  await to.put(await from.get());
}

async function waitsForNotice(condition: Condition, future: Future) {
  await asyncWith(condition, () => condition.wait());
  future.setResult(undefined);
}

async function notifies(condition: Condition, future: Future) {
  await future;
  await asyncWith(condition, async () => condition.notify());
}

async function takes(queue: Queue<string>) {
  return await queue.get();
}

/** Each with what is said of those that are dead: who waits, for what, and why for whom. */
export const ENTANGLED: [name: string, program: Program, said: string[]][] = [
  [
    'an event, and a lock',
    async () => {
      const [lock, event] = [new Lock(), new Event()];
      createTask(waitsInside(lock, event), { name: 'waits' });
      createTask(setsInside(lock, event), { name: 'sets' });
    },
    ['cycle:', 'waits: Event, within reach of sets', 'sets: Lock, held by waits'],
  ],
  [
    'queues',
    async () => {
      const [a, b] = [new Queue<string>(), new Queue<string>()];
      createTask(passesOn(a, b), { name: 'left' });
      createTask(passesOn(b, a), { name: 'right' });
    },
    ['cycle:', 'left: Queue, within reach of right', 'right: Queue, within reach of left'],
  ],
  [
    'a condition, and a future',
    async () => {
      const [condition, future] = [new Condition(), newFuture() as Future];
      createTask(waitsForNotice(condition, future), { name: 'waits' });
      createTask(notifies(condition, future), { name: 'notifies' });
    },
    ['cycle:', 'waits: Condition, within reach of notifies', 'notifies: Future, within reach of waits'],
  ],
  [
    'the same queue, for which neither waits because of the other',
    async () => {
      const queue = new Queue<string>();
      for (const name of ['one', 'other']) createTask(takes(queue), { name });
    },
    ['one: Queue', 'other: Queue'],
  ],
];
