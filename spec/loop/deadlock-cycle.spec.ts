import { expect } from 'chai';
import {
  asCompleted,
  asyncWith,
  type ContextOption,
  createTask,
  DeadlockError,
  type DoneCallback,
  Event,
  EventLoop,
  FIRST_COMPLETED,
  type Future,
  gather,
  Lock,
  Queue,
  shield,
  sleep,
  Task,
  TaskGroup,
  wait,
  waitFor,
} from '../../lib';
import { thrownBy } from '../support';

describe('A DeadlockError', () => {
  it('names the primitive that a task waits for, also in an async function', () => {
    const loop = new EventLoop();
    const [lock, queue] = [new Lock(), new Queue<number>(2)];
    const main = async () => {
      await lock.acquire();
      createTask(lock.acquire(), { name: 'locks' });
      createTask(queue.get(), { name: 'gets' });
      await new Event().wait();
    };
    const { message } = thrownBy(() => loop.runUntilComplete(main()));
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/Task-\d+/, 'main').replace(/ in .*/, '')),
    ).to.deep.equal([
      '  main waits for <asyncio.locks.Event object [unset, waiters:1]>',
      '  locks waits for <asyncio.locks.Lock object [locked, waiters:1]>',
      '  gets waits for <Queue maxsize=2 _getters[1]>',
    ]);
  });
});

describe('The cycle of a DeadlockError', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** The cycle, as its last line shows it; undefined where there is none. */
  function cycleOf(action: () => unknown): string | undefined {
    const error = thrownBy(action);
    expect(error).to.be.instanceOf(DeadlockError);
    return /\n {2}cycle: (.*)$/.exec(error.message)?.[1];
  }

  /** Have task `a` await task `b` by way of `through`, and `b` await `a`, straight. */
  function cycleThrough(through: (other: Task) => PromiseLike<unknown>): string | undefined {
    const tasks: Task[] = [];
    const first = async () => await through(tasks[1] as Task);
    const second = async () => await (tasks[0] as Task);
    tasks.push(loop.createTask(first(), { name: 'a' }), loop.createTask(second(), { name: 'b' }) as Task);
    return cycleOf(() => loop.runForever());
  }

  describe('leads through', () => {
    const ways: [string, (other: Task) => PromiseLike<unknown>][] = [
      ['shield', (other) => shield(other)],
      ['wait', (other) => wait([other])],
      ['wait for the first of two', (other) => wait([other, loop.createFuture()], { returnWhen: FIRST_COMPLETED })],
      ['waitFor without end', (other) => waitFor(other, null)],
      ['gather that returns exceptions', (other) => gather([other], { returnExceptions: true })],
      ['shield, gather and wait, one in the other', (other) => wait([gather([shield(other)])])],
    ];
    for (const [name, through] of ways) {
      it(`${name}`, () => {
        expect(cycleThrough(through)).to.equal('a -> b -> a');
      });
    }

    it('a task group, whose parent waits for its tasks, of which one waits for the parent', () => {
      const parent: () => Promise<unknown> = async () =>
        await asyncWith(new TaskGroup(), async (group) => {
          group.createTask(child(), { name: 'child' });
        });
      const task = loop.createTask(parent(), { name: 'parent' });
      const child = async () => {
        await task;
      };
      expect(cycleOf(() => loop.runForever())).to.equal('parent -> child -> parent');
    });

    it('a task of its own: it waits for itself, through others', () => {
      const main: () => Promise<unknown> = async () => await shield(createTask(wait([task]), { name: 'helper' }));
      const task: Task = loop.createTask(main(), { name: 'main' });
      expect(cycleOf(() => loop.runForever())).to.equal('main -> helper -> main');
    });

    it('tasks of a class of their own', () => {
      class OwnTask<T> extends Task<T> {
        override addDoneCallback(callback: DoneCallback, options?: ContextOption) {
          super.addDoneCallback(callback, options);
        }
      }
      loop.setTaskFactory((owner, coro, options) => new OwnTask(coro, { loop: owner, ...options }));
      expect(cycleThrough((other) => other)).to.equal('a -> b -> a');
    });
  });

  it('names each task before the one that it waits for', () => {
    const tasks = new Map<string, Task>();
    const waitForTask = async (name: string) => {
      await wait([tasks.get(name) as Task]);
    };
    for (const [name, next] of ['ac', 'ba', 'cb'].map((pair) => [...pair] as [string, string])) {
      tasks.set(name, loop.createTask(waitForTask(next), { name }) as Task);
    }
    const error = thrownBy(() => loop.runForever()) as DeadlockError;
    const names = error.cycle.map((task) => task.getName());
    expect(names).to.deep.equal(['a', 'c', 'b']);
  });

  it('is found among tasks that lead to it, and tasks that do not', () => {
    const tasks: Task[] = [];
    const stuck = async (future: Future) => await future;
    const waitForAll = async (...others: number[]) => await gather(others.map((i) => tasks[i] as Task));
    tasks.push(
      loop.createTask(stuck(loop.createFuture()), { name: 'stuck' }) as Task,
      loop.createTask(waitForAll(0, 2), { name: 'leads' }) as Task,
      loop.createTask(waitForAll(3), { name: 'x' }) as Task,
      loop.createTask(waitForAll(0, 2), { name: 'y' }) as Task,
    );
    expect(cycleOf(() => loop.runForever())).to.equal('x -> y -> x');
  });

  describe('is not found', () => {
    it('where a shield was cancelled: nobody waits there any more', () => {
      const tasks: Task[] = [];
      const first = async () => {
        try {
          await shield(tasks[1] as Task);
        } catch {
          await loop.createFuture();
        }
      };
      const second = async () => await (tasks[0] as Task);
      tasks.push(loop.createTask(first()), loop.createTask(second()) as Task);
      loop.callLater(1, () => tasks[0]?.cancel());
      expect(cycleOf(() => loop.runForever())).to.equal(undefined);
    });

    it('where what is waited for is a turn: who holds a lock, nobody knows', () => {
      const locks = [new Lock(), new Lock()] as const;
      const take = async (first: Lock, second: Lock) => {
        await first.acquire();
        await sleep(1);
        await second.acquire();
      };
      loop.createTask(take(locks[0], locks[1]), { name: 'a' });
      loop.createTask(take(locks[1], locks[0]), { name: 'b' });
      expect(cycleOf(() => loop.runForever())).to.equal(undefined);
    });

    it('through asCompleted, which waits for whichever ends', () => {
      const any = async (other: Task) => {
        for (const next of asCompleted([other])) await next;
      };
      expect(cycleThrough(any)).to.equal(undefined);
    });
  });

  it('follows a wait through ten thousand tasks that wait for each other in a row', () => {
    let last: Future = loop.createFuture();
    const link = function* (next: Future) {
      yield* next;
    };
    for (let i = 0; i < 10_000; i++) last = loop.createTask(link(last));
    const error = thrownBy(() => loop.runForever()) as DeadlockError;
    expect([error.tasks.length, error.cycle]).to.deep.equal([10_000, []]);
  });
});
