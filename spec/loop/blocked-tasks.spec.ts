import { expect } from 'chai';
import {
  allTasks,
  asyncWith,
  Barrier,
  createTask,
  Event,
  EventLoop,
  gather,
  Lock,
  Queue,
  Semaphore,
  sleep,
  type Task,
  TaskGroup,
} from '../../lib';
import { describeBlocked } from '../../lib/loop/blocked-tasks';
import { runBriefly, thrownBy } from '../support';

const LOCK = '<asyncio.locks.Lock object [locked, waiters:1]>';

describe('The text of a DeadlockError', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** The lines below the first, without the numbers of this file's lines. */
  function text(): string[] {
    const [, ...lines] = thrownBy(() => loop.runForever()).message.split('\n');
    return lines.map((line) => line.replace(/\(\S*blocked-tasks\.spec\.ts:\d+\)/g, '(here)'));
  }

  function* holdAndTake(first: Lock, second: Lock) {
    yield* first.acquire();
    yield* sleep(1);
    yield* second.acquire();
  }

  describe('puts the tasks of a cycle first', () => {
    it('each with the lock it waits for, its owner and its line', () => {
      const [a, b] = [new Lock(), new Lock()];
      loop.createTask(new Event().wait(), { name: 'other' });
      loop.createTask(holdAndTake(a, b), { name: 'ann' });
      loop.createTask(holdAndTake(b, a), { name: 'bob' });
      expect(text()).to.deep.equal([
        '  cycle:',
        `    ann waits for ${LOCK}, held by bob, in holdAndTake (here)`,
        `    bob waits for ${LOCK}, held by ann, in holdAndTake (here)`,
        '  other waits for <asyncio.locks.Event object [unset, waiters:1]>',
      ]);
    });

    it('one cycle after the other', () => {
      const tasks: Task[] = [];
      const waitFor = async (i: number) => await (tasks[i] as Task);
      for (const next of [3, 2, 1, 0]) tasks.push(loop.createTask(waitFor(next), { name: `t${tasks.length}` }));
      expect(text()).to.deep.equal([
        '  cycle:',
        '    t0 waits for t3',
        '    t3 waits for t0',
        '  cycle:',
        '    t1 waits for t2',
        '    t2 waits for t1',
      ]);
    });

    it('also where others were made before, and only twenty are described', () => {
      for (let i = 0; i < 30; i++) loop.createTask(new Event().wait(), { name: `t${i}` });
      const lock = new Lock();
      loop.createTask(holdAndTake(lock, lock), { name: 'greedy' });
      const lines = text();
      expect([lines.length, ...lines.slice(0, 2), ...lines.slice(-2)]).to.deep.equal([
        22,
        '  cycle:',
        `    greedy waits for ${LOCK}, held by itself, in holdAndTake (here)`,
        '  t18 waits for <asyncio.locks.Event object [unset, waiters:1]>',
        '  and 11 more',
      ]);
    });

    it('the first twenty of a long one', () => {
      const tasks: Task[] = [];
      const waitFor = async (i: number) => await (tasks[i] as Task);
      for (let i = 0; i < 25; i++) tasks.push(loop.createTask(waitFor((i + 1) % 25), { name: `t${i}` }));
      const lines = text();
      expect([lines.length, lines.at(-2), lines.at(-1)]).to.deep.equal([22, '    t19 waits for t20', '  and 5 more']);
    });
  });

  describe('says who is behind what is waited for', () => {
    it('an owner that is done, and will not release it', () => {
      const lock = new Lock();
      const forgets = async () => await lock.acquire();
      const waits = function* waits() {
        yield* lock.acquire();
      };
      loop.createTask(forgets(), { name: 'forgets' });
      loop.createTask(waits(), { name: 'waits' });
      expect(text()).to.deep.equal([`  waits waits for ${LOCK}, held by forgets, which is done, in waits (here)`]);
    });

    it('the owners of a semaphore, three at most', () => {
      const semaphore = new Semaphore(5);
      const hold = async () => await asyncWith(semaphore, () => new Event().wait());
      for (let i = 0; i < 5; i++) loop.createTask(hold(), { name: `t${i}` });
      loop.createTask(semaphore.acquire(), { name: 'waits' });
      expect(text().at(-1)).to.equal(
        '  waits waits for <asyncio.locks.Semaphore object [locked, waiters:1]>, held by t0, t1, t2 and 2 more',
      );
    });

    it('nobody, where nobody has acquired it', () => {
      const semaphore = new Semaphore(0);
      loop.createTask(semaphore.acquire(), { name: 'waits' });
      expect(text()).to.deep.equal(['  waits waits for <asyncio.locks.Semaphore object [locked, waiters:1]>']);
    });

    it('the tasks that a gather waits for', () => {
      const main = async () => await gather([stuck('a'), sleep(1), stuck('b')]);
      const stuck = (name: string) => createTask(new Event().wait(), { name });
      loop.createTask(main(), { name: 'main' });
      expect(text()[0]).to.equal(
        '  main waits for <_GatheringFuture pending cb=[Task.task_wakeup()]>, and so for a and b',
      );
    });

    it('the tasks of a task group', () => {
      const group = new TaskGroup();
      const main = () => asyncWith(group, async () => group.createTask(new Event().wait(), { name: 'child' }));
      loop.createTask(main(), { name: 'parent' });
      expect(text()[0]).to.equal('  parent waits for <Future pending cb=[Task.task_wakeup()]>, and so for child');
    });
  });

  it('says nothing of the tasks of a group, where the parent waits for something else before it leaves', () => {
    const lock = new Lock();
    const holds = () => asyncWith(lock, () => new Event().wait());
    const parent = () =>
      asyncWith(new TaskGroup(), async (group) => {
        group.createTask(holds(), { name: 'child' });
        await sleep(1);
        await new Event().wait();
      });
    loop.createTask(parent(), { name: 'parent' });
    expect(text()[0]).to.equal('  parent waits for <asyncio.locks.Event object [unset, waiters:1]>');
  });

  describe('names what is waited for', () => {
    const ways: [string, () => PromiseLike<unknown>, string][] = [
      ['a queue that is empty', () => new Queue().get(), '<Queue maxsize=0 _getters[1]>'],
      ['a barrier', () => new Barrier(2).wait(), '<asyncio.locks.Barrier object [filling, waiters:1/2]>'],
      ['a queue on whose items there is work to be done', joined, "<Queue maxsize=0 _queue=['job'] tasks=1>"],
      ['nothing but a future', () => loop.createFuture(), '<Future pending cb=[Task.task_wakeup()]>'],
    ];

    function joined(): PromiseLike<unknown> {
      const queue = new Queue<string>();
      queue.putNowait('job');
      return queue.join();
    }

    for (const [name, wait, shown] of ways) {
      it(`${name}`, () => {
        const main = async () => await wait();
        loop.createTask(main(), { name: 'main' });
        expect(text()).to.deep.equal([`  main waits for ${shown}`]);
      });
    }
  });
});

describe('describeBlocked', () => {
  it('asks where the tasks wait, of those that it describes', () => {
    const loop = new EventLoop();
    for (let i = 0; i < 25; i++) loop.createTask(new Event().wait(), { name: `t${i}` });
    runBriefly(loop);
    const frame = { name: 'meal', file: 'dine.ts', line: 7, column: 1 };
    const { tasks, text } = describeBlocked([...allTasks(loop)], 'They wait:', { chainOf: () => [frame] });
    expect(tasks.map(({ chain }) => chain.length)).to.deep.equal([...Array(20).fill(1), ...Array(5).fill(0)]);
    expect(text.split('\n').slice(0, 2)).to.deep.equal([
      'They wait:',
      '  t0 waits for <asyncio.locks.Event object [unset, waiters:1]> in meal (dine.ts:7)',
    ]);
  });

  it('says who can reach what is waited for, where that is known, and nothing else says for whom one waits', () => {
    const [loop, lock, event] = [new EventLoop(), new Lock(), new Event()];
    loop.createTask(
      asyncWith(lock, () => event.wait()),
      { name: 'waits' },
    );
    loop.createTask(lock.acquire(), { name: 'sets' });
    runBriefly(loop);
    const tasks = [...allTasks(loop)];
    const { text } = describeBlocked(tasks, 'They wait:', { reachersOf: () => tasks.slice(1) });
    expect(text.split('\n')).to.deep.equal([
      'They wait:',
      '  cycle:',
      '    waits waits for <asyncio.locks.Event object [unset, waiters:1]>, within reach of sets',
      `    sets waits for ${LOCK}, held by waits`,
    ]);
  });
});
