import { expect } from 'chai';
import {
  allTasks,
  asCompleted,
  asyncWith,
  Condition,
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
  Semaphore,
  shield,
  sleep,
  Task,
  TaskGroup,
  wait,
  waitFor,
} from '../../lib';
import { WaitGraph } from '../../lib/loop/wait-graph';

describe('WaitGraph', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** The graph of the tasks that are left when the loop has nothing more to run. */
  function graph(): WaitGraph {
    expect(() => loop.runForever()).to.throw(DeadlockError);
    return new WaitGraph([...allTasks(loop)]);
  }

  /** The only cycle, by the names of its tasks; undefined where there is none. */
  function cycle(): string | undefined {
    const cycles = graph().cycles();
    expect(cycles.length).to.be.lessThan(2);
    return cycles[0]?.map((task) => task.getName()).join(' -> ');
  }

  /** Have task `a` await task `b` by way of `through`, and `b` await `a`, straight. */
  function cycleThrough(through: (other: Task) => PromiseLike<unknown>): string | undefined {
    const tasks: Task[] = [];
    const first = async () => await through(tasks[1] as Task);
    const second = async () => await (tasks[0] as Task);
    tasks.push(loop.createTask(first(), { name: 'a' }), loop.createTask(second(), { name: 'b' }) as Task);
    return cycle();
  }

  describe('finds a cycle that leads through', () => {
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
        expect(cycleThrough(through)).to.equal('a -> b');
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
      expect(cycle()).to.equal('parent -> child');
    });

    it('a task of its own: it waits for itself, through others', () => {
      const main: () => Promise<unknown> = async () => await shield(createTask(wait([task]), { name: 'helper' }));
      const task: Task = loop.createTask(main(), { name: 'main' });
      expect(cycle()).to.equal('main -> helper');
    });

    it('locks, each held by one who waits for the next', () => {
      const locks = [new Lock(), new Lock(), new Lock()];
      const dine = async (i: number) => {
        await locks[i]?.acquire();
        await sleep(1);
        await locks[(i + 1) % 3]?.acquire();
      };
      for (const i of [0, 1, 2]) loop.createTask(dine(i), { name: `t${i}` });
      expect(cycle()).to.equal('t0 -> t1 -> t2');
    });

    it('a lock that its owner asks for once more', () => {
      const lock = new Lock();
      const twice = () => asyncWith(lock, () => lock.acquire());
      loop.createTask(twice(), { name: 'greedy' });
      expect(cycle()).to.equal('greedy');
    });

    it('a semaphore, of which any owner will do', () => {
      const [semaphore, lock] = [new Semaphore(2), new Lock()];
      const main = async () => {
        await lock.acquire();
        await sleep(1);
        await semaphore.acquire();
      };
      const hold = async (next: () => PromiseLike<unknown>) => await asyncWith(semaphore, next);
      loop.createTask(main(), { name: 'main' });
      loop.createTask(
        hold(() => loop.createFuture()),
        { name: 'stuck' },
      );
      loop.createTask(
        hold(() => lock.acquire()),
        { name: 'holds' },
      );
      expect(cycle()).to.equal('main -> holds');
    });

    it('a condition whose lock is held by one who waits for the task that is to be notified', () => {
      const condition = new Condition();
      const waits = async () => await asyncWith(condition, () => condition.wait());
      const first = loop.createTask(waits(), { name: 'first' });
      const second = async () => await asyncWith(condition, async () => await first);
      loop.createTask(second(), { name: 'second' });
      expect(cycle()).to.equal('first -> second');
    });

    it('a lock and a task that is awaited', () => {
      const lock = new Lock();
      const child = async () => await lock.acquire();
      const parent = async () =>
        await asyncWith(lock, async () => await gather([createTask(child(), { name: 'child' })]));
      loop.createTask(parent(), { name: 'parent' });
      expect(cycle()).to.equal('parent -> child');
    });

    it('tasks of a class of their own', () => {
      class OwnTask<T> extends Task<T> {
        override addDoneCallback(callback: DoneCallback, options?: ContextOption) {
          super.addDoneCallback(callback, options);
        }
      }
      loop.setTaskFactory((owner, coro, options) => new OwnTask(coro, { loop: owner, ...options }));
      expect(cycleThrough((other) => other)).to.equal('a -> b');
    });
  });

  it('gives each task of a cycle before the one that it waits for', () => {
    const tasks = new Map<string, Task>();
    const waitForTask = async (name: string) => {
      await wait([tasks.get(name) as Task]);
    };
    for (const [name, next] of ['ac', 'ba', 'cb'].map((pair) => [...pair] as [string, string])) {
      tasks.set(name, loop.createTask(waitForTask(next), { name }) as Task);
    }
    expect(cycle()).to.equal('a -> c -> b');
  });

  it('finds a cycle among tasks that lead to it, and tasks that do not', () => {
    const tasks: Task[] = [];
    const stuck = async (future: Future) => await future;
    const waitForAll = async (...others: number[]) => await gather(others.map((i) => tasks[i] as Task));
    tasks.push(
      loop.createTask(stuck(loop.createFuture()), { name: 'stuck' }) as Task,
      loop.createTask(waitForAll(0, 2), { name: 'leads' }) as Task,
      loop.createTask(waitForAll(3), { name: 'x' }) as Task,
      loop.createTask(waitForAll(0, 2), { name: 'y' }) as Task,
    );
    expect(cycle()).to.equal('x -> y');
  });

  describe('finds no cycle', () => {
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
      expect(cycle()).to.equal(undefined);
    });

    it('where who holds a lock waits for nobody in particular', () => {
      const lock = new Lock();
      const take = async (next: Event) => {
        await lock.acquire();
        await next.wait();
      };
      for (let i = 0; i < 2; i++) loop.createTask(take(new Event()));
      expect(cycle()).to.equal(undefined);
    });

    it('where a task of a group waits for the parent, which waits for something else before it leaves', () => {
      const parent: () => Promise<unknown> = async () =>
        await asyncWith(new TaskGroup(), async (group) => {
          group.createTask(child());
          await loop.createFuture();
        });
      const task = loop.createTask(parent());
      const child = async () => {
        await task;
      };
      expect(cycle()).to.equal(undefined);
    });

    it('through asCompleted, which waits for whichever ends', () => {
      const any = async (other: Task) => {
        for (const next of asCompleted([other])) await next;
      };
      expect(cycleThrough(any)).to.equal(undefined);
    });
  });

  it('finds several cycles that have no task in common', () => {
    const tasks: Task[] = [];
    const waitForTask = async (i: number) => await (tasks[i] as Task);
    for (const next of [3, 2, 1, 0]) tasks.push(loop.createTask(waitForTask(next), { name: `t${tasks.length}` }));
    const names = graph()
      .cycles()
      .map((tasks) => tasks.map((task) => task.getName()));
    expect(names).to.deep.equal([
      ['t0', 't3'],
      ['t1', 't2'],
    ]);
  });

  it('follows a wait through ten thousand tasks that wait for each other in a row', () => {
    let last: Future = loop.createFuture();
    const link = function* (next: Future) {
      yield* next;
    };
    for (let i = 0; i < 10_000; i++) last = loop.createTask(link(last));
    expect(graph().cycles()).to.deep.equal([]);
  });
});
