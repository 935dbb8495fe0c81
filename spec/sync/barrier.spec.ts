import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  Barrier,
  CancelledError,
  EventLoop,
  gather,
  type Task,
  ValueError,
} from '../../lib';
import { Log, runBriefly } from '../support';
import { STYLES } from './styles';

describe('Barrier', () => {
  let loop: EventLoop;
  let log: Log;
  let barrier: Barrier;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    barrier = new Barrier(5);
  });

  const waiter = (): Task<number> => loop.createTask(barrier.wait());

  /** Have `n` tasks do the same, and give what comes of each. */
  function runAll<T>(n: number, make: (i: number) => AwaitableLike<T>): T[] {
    const tasks = Array.from({ length: n }, (_, i) => loop.createTask(make(i)));
    return loop.runUntilComplete(gather(tasks)) as T[];
  }

  const state = (): unknown[] => [barrier.nWaiting, barrier.broken];

  it('refuses to be made for what is no number: nobody would ever pass', () => {
    expect(() => new Barrier('3' as never)).to.throw(TypeError, "parties must be a number, not '3'");
    expect(() => new Barrier(true as never)).to.throw(TypeError, 'parties must be a number, not true');
  });

  it('refuses to be made for nobody, and for fewer', () => {
    expect(() => new Barrier(0)).to.throw(ValueError, /^parties must be > 0$/);
    expect(() => new Barrier(-4)).to.throw(ValueError, /^parties must be > 0$/);
  });

  it('tells for how many it was made', () => {
    expect([barrier instanceof Barrier, barrier.parties]).to.deep.equal([true, 5]);
  });

  it('cannot itself be awaited', () => {
    const main = async () => {
      await (barrier as unknown as PromiseLike<void>);
    };
    const before = String(barrier);
    expect(() => loop.runUntilComplete(main())).to.throw(
      TypeError,
      "object Barrier can't be used in 'await' expression",
    );
    const filling = '<asyncio.locks.Barrier object [filling, waiters:0/5]>';
    expect([before, String(barrier)]).to.deep.equal([filling, filling]);
  });

  for (const [style, awaiting] of STYLES) {
    it(`gives ${style} the number of those who came before, the last first, since that does not wait`, () => {
      const indices = runAll(5, (i) =>
        awaiting(
          () => barrier.wait(),
          (index) => {
            log.note(`task ${i} is ${index}`);
            return index;
          },
        ),
      );
      expect(log.entries).to.deep.equal([
        'task 4 is 4@0',
        'task 0 is 0@0',
        'task 1 is 1@0',
        'task 2 is 2@0',
        'task 3 is 3@0',
      ]);
      expect(indices).to.deep.equal([0, 1, 2, 3, 4]);
    });

    it(`entered by ${style} with asyncWith gives that number to the body, and is left as it is`, () => {
      barrier = new Barrier(3);
      const bodies: Record<string, (index: number) => AwaitableLike<void>> = {
        generators: function* (index) {
          log.note(`${index}`);
        },
        'async functions': async (index) => log.note(`${index}`),
      };
      const body = bodies[style] as (index: number) => AwaitableLike<void>;
      runAll(3, () => asyncWith(barrier, body));
      expect(log.entries).to.deep.equal(['2@0', '0@0', '1@0']);
      expect(state()).to.deep.equal([0, false]);
    });
  }

  describe('for one', () => {
    beforeEach(() => {
      barrier = new Barrier(1);
    });

    it('lets it pass without giving way', () => {
      const task = loop.createTask(asyncWith(barrier, async () => true));
      runBriefly(loop);
      expect([task.result(), ...state()]).to.deep.equal([true, 0, false]);
    });

    it('lets each pass as number 0, again and again', () => {
      const seen: unknown[] = [];
      const tasks = [0, 1].map(() => {
        const task = waiter();
        runBriefly(loop);
        seen.push(barrier.nWaiting);
        return task;
      });
      expect(tasks.map((task) => [task.done(), task.result()])).to.deep.equal([
        [true, 0],
        [true, 0],
      ]);
      expect([...seen, ...state()]).to.deep.equal([0, 0, 0, false]);
    });
  });

  it('counts those who wait, one by one, until all are there', () => {
    barrier = new Barrier(3);
    const tasks: Task[] = [];
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      tasks.push(waiter());
      runBriefly(loop);
      seen.push([barrier.nWaiting, String(barrier)]);
    }
    loop.runUntilComplete(gather(tasks));
    expect(seen).to.deep.equal([
      [1, '<asyncio.locks.Barrier object [filling, waiters:1/3]>'],
      [2, '<asyncio.locks.Barrier object [filling, waiters:2/3]>'],
      [0, '<asyncio.locks.Barrier object [draining, waiters:0/3]>'],
    ]);
    expect(state()).to.deep.equal([0, false]);
  });

  it('is draining until the last has left, and filling then', () => {
    runAll(5, () => asyncWith(barrier, async () => log.note(String(barrier).replace(/.*\[(\w+).*/, '$1'))));
    expect(log.entries).to.deep.equal(['draining@0', 'draining@0', 'draining@0', 'draining@0', 'filling@0']);
    expect(state()).to.deep.equal([0, false]);
  });

  describe('used again', () => {
    it('lets all pass a second time, and none before all have passed the first', () => {
      runAll(5, (i) =>
        asyncWith(barrier, async () => {
          log.note(`${i} first`);
          await asyncWith(barrier, async () => log.note(`${i} second`));
        }),
      );
      const times = log.entries.map((entry) => entry.slice(2, -2));
      expect(times).to.deep.equal([...Array(5).fill('first'), ...Array(5).fill('second')]);
      expect(state()).to.deep.equal([0, false]);
    });

    it('numbers them anew', () => {
      const indices = runAll(5, () => asyncWith(barrier, () => asyncWith(barrier, async (index) => index)));
      expect(indices.sort()).to.deep.equal([0, 1, 2, 3, 4]);
      expect(state()).to.deep.equal([0, false]);
    });

    it('has who comes back while others are leaving wait outside until they have left', () => {
      const others = new Barrier(3);
      let passed = 0;
      runAll(5, async (i) => {
        await barrier.wait();
        passed += 1;
        if (passed > 2) await others.wait();
        log.note(`${i} waits again`);
        await barrier.wait();
        log.note(`${i} passes again`);
      });
      expect(log.entries).to.deep.equal([
        ...[4, 0, 3, 1, 2].map((i) => `${i} waits again@0`),
        ...[2, 3, 4, 0, 1].map((i) => `${i} passes again@0`),
      ]);
      expect(others.nWaiting).to.equal(0);
    });
  });

  it('goes on without one who is cancelled: it is not broken, and waits for another', () => {
    barrier = new Barrier(3);
    const seen: unknown[] = [];
    const see = (): unknown => seen.push(barrier.nWaiting);
    async function come() {
      await barrier.wait();
      log.note('passed');
    }
    const add = (): Task => {
      const task = loop.createTask(come()) as Task;
      runBriefly(loop);
      see();
      return task;
    };
    const [first, second] = [add(), add()];
    first.cancel();
    runBriefly(loop);
    see();
    expect(() => loop.runUntilComplete(first)).to.throw(CancelledError);
    expect(first.cancelled()).to.equal(true);
    const third = add();
    const fourth = loop.createTask(come());
    loop.runUntilComplete(gather([second, third, fourth]));
    expect(seen).to.deep.equal([1, 2, 1, 2]);
    expect(log.entries).to.deep.equal(['passed@0', 'passed@0', 'passed@0']);
    expect(state()).to.deep.equal([0, false]);
  });
});
