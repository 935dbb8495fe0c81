/**
 * Programs in which tasks wait for each other, and for each other's locks, for liveness-owners.spec.ts.
 *
 * They are in a file of their own, since all that a file holds is reached by its functions.
 */

import {
  asyncWith,
  Condition,
  createTask,
  gather,
  Lock,
  Semaphore,
  shield,
  sleep,
  type Task,
  TaskGroup,
  timeout,
  wait,
  waitFor,
} from '../../../lib';
import { acquires, enters, newFuture, type Program } from './dead-programs';

/** Awaits what `other` gives, by way of `through`. */
async function awaits(other: () => Task, through: (task: Task) => PromiseLike<unknown> = (task) => task) {
  await through(other());
}

/** Two tasks that await each other, the first by way of `through`. */
function pair(through: (task: Task) => PromiseLike<unknown>): Program {
  return async () => {
    const tasks: Task[] = [];
    tasks.push(
      createTask(
        awaits(() => tasks[1] as Task, through),
        { name: 'a' },
      ) as Task,
    );
    tasks.push(
      createTask(
        awaits(() => tasks[0] as Task),
        { name: 'b' },
      ) as Task,
    );
    await sleep(9);
  };
}

/** Each with the tasks that are dead, whoever can reach them and what they wait for. */
export const DEADLOCKS: [name: string, program: Program, dead: string[]][] = [
  [
    "that wait for each other's lock",
    async () => {
      const [a, b] = [new Lock(), new Lock()];
      const tasks = [createTask(acquires(a, b), { name: 'a' }), createTask(acquires(b, a), { name: 'b' })];
      await sleep(9);
      return tasks;
    },
    ['a', 'b'],
  ],
  [
    'that do so inside of asyncWith, and those behind them',
    async () => {
      const locks = [new Lock(), new Lock(), new Lock()] as const;
      createTask(enters(locks[0], locks[1]), { name: 'a' });
      createTask(enters(locks[1], locks[2]), { name: 'b' });
      createTask(enters(locks[2], locks[0]), { name: 'c' });
      createTask(locks[0].acquire(), { name: 'behind' });
      await sleep(9);
      return locks;
    },
    ['a', 'b', 'c', 'behind'],
  ],
  [
    'that enter what they have entered',
    async () => {
      const lock = new Lock();
      createTask(enters(lock, lock), { name: 'twice' });
      await sleep(9);
      return lock;
    },
    ['twice'],
  ],
  [
    'that wait for the permits of semaphores which they have entered',
    async () => {
      const [a, b] = [new Semaphore(1), new Semaphore(1)];
      createTask(enters(a as never, b as never), { name: 'a' });
      createTask(enters(b as never, a as never), { name: 'b' });
      await sleep(9);
      return [a, b];
    },
    ['a', 'b'],
  ],
  [
    'that are to be notified by who waits for them',
    async () => {
      const condition = new Condition();
      const first = createTask(
        asyncWith(condition, () => condition.wait()),
        { name: 'first' },
      );
      createTask(
        asyncWith(condition, async () => await first),
        { name: 'second' },
      );
      await sleep(9);
      return condition;
    },
    ['first', 'second'],
  ],
  ['that await each other', pair((task) => task), ['a', 'b']],
  ['that await each other through gather', pair((task) => gather([gather([task])])), ['a', 'b']],
];

/** The same, where only a host sees who waits for whom. */
export const SEEN_DEADLOCKS: [name: string, program: Program, dead: string[]][] = [
  ['that await each other through shield', pair((task) => shield(task)), ['a', 'b']],
  ['that await each other through wait', pair((task) => wait([task])), ['a', 'b']],
  [
    'that are parent and child of a group, and wait for each other',
    async () => {
      const parent: Task = createTask(
        asyncWith(new TaskGroup(), async (group) => {
          group.createTask(
            awaits(() => parent),
            { name: 'child' },
          );
        }),
        { name: 'parent' },
      );
      await sleep(9);
    },
    ['parent', 'child'],
  ],
];

/** Those in which nobody is dead. */
export const WAITS: [name: string, program: Program][] = [
  [
    'that waits for a lock whose owner lives',
    async () => {
      const lock = new Lock();
      createTask(asyncWith(lock, () => sleep(9)));
      createTask(lock.acquire());
    },
  ],
  [
    'that waits for one that lives',
    async () => {
      const lives = createTask(sleep(9));
      createTask(awaits(() => lives));
      createTask(
        awaits(
          () => lives,
          (task) => gather([task, newFuture()]),
        ),
      );
    },
  ],
  [
    'that has all permits of a semaphore, which others give back',
    async () => {
      const permits = new Semaphore(2);
      for (let i = 0; i < 5; i++) {
        await permits.acquire();
        createTask(sleep(9)).addDoneCallback(() => permits.release());
      }
    },
  ],
  [
    'that asks for a lock once more, which another will release',
    async () => {
      const lock = new Lock();
      const releases = async () => {
        await sleep(9);
        lock.release();
      };
      createTask(releases());
      await lock.acquire();
      await lock.acquire();
    },
  ],
  [
    'that waits for a lock whose owner ended, and which another will release',
    async () => {
      const gate = new Lock();
      await createTask(gate.acquire());
      createTask(gate.acquire());
      await sleep(9);
      gate.release();
    },
  ],
  [
    'of a cycle in which there is a timeout',
    async () => {
      const [a, b] = [new Lock(), new Lock()];
      createTask(acquires(a, b));
      createTask(asyncWith(timeout(9), () => acquires(b, a)));
    },
  ],
  [
    'of a cycle in which there is a waitFor',
    async () => {
      const [a, b] = [new Lock(), new Lock()];
      createTask(acquires(a, b));
      createTask(waitFor(acquires(b, a), 9));
    },
  ],
  [
    'of a cycle in which one is awaited with a timeout, which cancels what it awaits',
    async () => {
      const [a, b] = [new Lock(), new Lock()];
      createTask(acquires(a, b));
      const task = createTask(acquires(b, a));
      createTask(waitFor(gather([task]), 9));
    },
  ],
];
