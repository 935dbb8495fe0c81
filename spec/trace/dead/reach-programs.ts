/**
 * Programs in which a task waits for what somebody can reach, or nobody, for liveness-reach.spec.ts.
 *
 * They are in a file of their own, since all that a file holds is reached by its functions.
 */

import {
  asCompleted,
  asyncWith,
  Barrier,
  blocking,
  Condition,
  ContextVar,
  createTask,
  Event,
  gather,
  getRunningLoop,
  Queue,
  sleep,
  type Task,
  ThreadPoolExecutor,
  toThread,
  wait,
} from '../../../lib';
import type { Program } from './dead-programs';

/** Waits for an event, for `name` to be seen in what comes out. */
function waits(event: Event, name = 'waits') {
  return createTask(event.wait(), { name });
}

function setNow(event: Event): void {
  event.set();
}

async function setsLater(event: Event) {
  await sleep(9);
  event.set();
}

function* callsOn(event: Event): Generator<unknown, void, unknown> {
  yield* sleep(9);
  event.set();
}

async function passesOn(queue: Queue<string>, other: Queue<string>) {
  await other.put(await queue.get());
}

/** Each with the tasks that are dead, as far as a host can see. */
export const LOST: [name: string, program: Program, dead: string[]][] = [
  ['a future that was a variable of a task that has ended', async () => void waits(new Event()), ['waits']],
  [
    'an item, where all who put items in have ended',
    async () => {
      const queue = new Queue<number>();
      createTask(queue.get(), { name: 'first' });
      createTask(queue.get(), { name: 'second' });
      await queue.put(1);
    },
    ['second'],
  ],
  [
    "each other's queue",
    async () => {
      const [a, b] = [new Queue<string>(), new Queue<string>()];
      createTask(passesOn(a, b), { name: 'a' });
      createTask(passesOn(b, a), { name: 'b' });
    },
    ['a', 'b'],
  ],
  [
    'a notification, where nobody has the condition',
    async () => {
      const condition = new Condition();
      createTask(
        asyncWith(condition, () => condition.wait()),
        { name: 'waits' },
      );
    },
    ['waits'],
  ],
  [
    'the other party of a barrier, which never comes',
    async () => {
      const barrier = new Barrier(2);
      createTask(barrier.wait(), { name: 'waits' });
      await sleep(1);
    },
    ['waits'],
  ],
  [
    'what is but a key of a WeakMap',
    async () => {
      const map = new WeakMap([[waitedFor(), 'known']]);
      await sleep(9);
      return map;
    },
    ['waits'],
  ],
  ['the end of time', async () => void createTask(sleep(Infinity), { name: 'sleeps' }), ['sleeps']],
  [
    'a task that does, through gather',
    async () => void createTask(awaits(gather([waits(new Event())])), { name: 'awaits' }),
    ['waits', 'awaits'],
  ],
  [
    'what nobody has, beside one that lives: their gather may yet fail',
    async () => void createTask(awaits(gather([waits(new Event()), createTask(sleep(9))])), { name: 'awaits' }),
    ['waits'],
  ],
];

class Alarm {
  constructor(readonly event: Event) {}

  ring(): void {
    this.event.set();
  }

  /** An arrow function has its `this` out of the host's sight. */
  ringLater(): void {
    getRunningLoop().callLater(9, () => this.ring());
  }
}

/** Of a file, all that its functions use belongs to each of them. */
const everybodys = new Event();

const current = new ContextVar<Event>('current');

async function setsIn(read: () => Event) {
  await sleep(9);
  read().set();
}

/** Those in which nobody is dead. */
export const REACHED: [name: string, program: Program][] = [
  ['is an argument of a timer', async () => void getRunningLoop().callLater(9, setNow, waitedFor())],
  ['is used by the function of a timer', async () => ((event) => later(() => event.set()))(waitedFor())],
  ['is bound to the function of a timer', async () => later(Alarm.prototype.ring.bind(new Alarm(waitedFor())))],
  ['is a variable of a task that lives', async () => void createTask(setsLater(waitedFor()))],
  ['is one of a generator by which it waits', async () => void createTask(callsOn(waitedFor()))],
  ['is one of a function that it awaits', async () => void createTask(awaits(setsLater(waitedFor())))],
  ['is one of an asynchronous generator that it goes through', async () => void createTask(goesThrough(waitedFor()))],
  [
    'is a property of what a task has that lives',
    async () => void createTask(keeps({ alarm: new Alarm(waitedFor()) })),
  ],
  ['is in a map, a set and a list', async () => void createTask(keeps(new Map([['', new Set([[waitedFor()]])]])))],
  ['is behind a getter', async () => ((event) => void createTask(keeps(withGetter(event))))(waitedFor())],
  [
    'is in a WeakMap, whose key is at hand',
    async () => ((key) => void createTask(keeps([key, new WeakMap([[key, waitedFor()]])])))({}),
  ],
  [
    'is a variable of the file that a task uses',
    async () => [waits(everybodys), void createTask(setsIn(() => everybodys))],
  ],
  [
    'is the value of a context variable',
    async () => [current.set(waitedFor()), void createTask(setsIn(() => current.get()))],
  ],
  [
    'will be set when a task has ended that lives',
    async () => ((event) => createTask(sleep(9)).addDoneCallback(() => event.set()))(waitedFor()),
  ],
  [
    "is at a worker's hand",
    async () => ((event) => void createTask(toThread(blocking(9, setNow), event)))(waitedFor()),
  ],
  [
    'is the result of a worker, or of one that has to wait for it',
    async () => {
      const pool = new ThreadPoolExecutor(1);
      for (let i = 0; i < 3; i++)
        createTask(
          awaits(
            getRunningLoop().runInExecutor(
              pool,
              blocking(9, () => i),
            ),
          ),
        );
    },
  ],
  ['is a wait with a timeout', async () => void createTask(wait([waits(new Event())], { timeout: 9 }))],
  [
    'is whatever of several ends first',
    async () => void createTask(first([createTask(sleep(9)), createTask(sleep(8))])),
  ],
  ['can be had by all, as it is global', async () => Object.assign(globalThis, { shared: waitedFor() })],
];

/** An event that a task waits for. */
function waitedFor(): Event {
  const event = new Event();
  waits(event);
  return event;
}

function later(callback: () => void): void {
  getRunningLoop().callLater(9, callback);
}

function withGetter(event: Event): object {
  return {
    get event() {
      return event;
    },
  };
}

async function keeps(thing: unknown) {
  await sleep(9);
  return thing;
}

async function awaits(other: PromiseLike<unknown>) {
  return await other;
}

async function first(tasks: PromiseLike<unknown>[]) {
  const [next] = asCompleted(tasks);
  return await next;
}

async function* counts(event: Event) {
  yield 1;
  await sleep(9);
  event.set();
}

async function goesThrough(event: Event) {
  for await (const _ of counts(event));
}

/** One in which nobody can be said to be dead, as not all that is reached can be seen. */
export const HIDDEN: Program = async () => new Alarm(waitedFor()).ringLater();

/** Those that wait for what nobody has, and whom a task that lives has, and so may cancel. */
export const CANCELLABLE: [name: string, program: Program][] = [
  ['in a variable', async () => void createTask(keeps(waits(new Event())))],
  ['as the argument of a timer', async () => void getRunningLoop().callLater(9, cancelNow, waits(new Event()))],
  ['by its variable in a function', async () => ((task) => later(() => task.cancel()))(waits(new Event()))],
];

function cancelNow(task: PromiseLike<unknown>): void {
  (task as Task).cancel();
}
