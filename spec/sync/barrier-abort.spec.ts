import { expect } from 'chai';
import { type AwaitableLike, asyncWith, Barrier, BrokenBarrierError, EventLoop, gather, type Task } from '../../lib';
import { runBriefly } from '../support';

describe('Barrier.abort', () => {
  let loop: EventLoop;
  let barrier: Barrier;
  let log: string[];

  beforeEach(() => {
    loop = new EventLoop();
    barrier = new Barrier(5);
    log = [];
  });

  const start = (n: number, make: (i: number) => AwaitableLike<void>): Task[] =>
    Array.from({ length: n }, (_, i) => loop.createTask(make(i)) as Task);

  const runAll = (n: number, make: (i: number) => AwaitableLike<void>): unknown =>
    loop.runUntilComplete(gather(start(n, make)));

  /** Note the text of a BrokenBarrierError, and throw any other error. */
  function noteBroken(who: unknown, error: unknown): void {
    if (!(error instanceof BrokenBarrierError)) throw error;
    log.push(`${who}: ${error.message}`);
  }

  async function come(name: unknown): Promise<void> {
    try {
      log.push(`${name} is ${await barrier.wait()}`);
    } catch (error) {
      noteBroken(name, error);
    }
  }

  const state = (): unknown[] => [barrier.nWaiting, barrier.broken, String(barrier)];
  const BROKEN = [0, true, '<asyncio.locks.Barrier object [broken]>'];

  it('breaks the barrier, also while nobody is there', () => {
    barrier = new Barrier(1);
    loop.createTask(barrier.abort());
    runBriefly(loop);
    expect(state()).to.deep.equal(BROKEN);
  });

  it('sends away those who wait, and those who come later: with another text', () => {
    const tasks = start(2, come);
    runBriefly(loop);
    const abort = loop.createTask(barrier.abort());
    runBriefly(loop);
    tasks.push(loop.createTask(come('late')) as Task);
    loop.runUntilComplete(gather([...tasks, abort]));
    expect(log).to.deep.equal([
      '0: Abort or reset of barrier',
      '1: Abort or reset of barrier',
      'late: Barrier aborted',
    ]);
    expect(state()).to.deep.equal(BROKEN);
  });

  it('is undone by reset, after which all can pass', () => {
    loop.runUntilComplete(barrier.abort());
    loop.runUntilComplete(barrier.reset());
    expect(state()).to.deep.equal([0, false, '<asyncio.locks.Barrier object [filling, waiters:0/5]>']);
    runAll(5, come);
    expect(log).to.deep.equal(['4 is 4', '0 is 0', '1 is 1', '2 is 2', '3 is 3']);
  });

  for (const [first, second, shown] of [
    ['abort', 'reset', 'resetting, waiters:0/5'],
    ['reset', 'abort', 'broken'],
  ] as const) {
    it(`and reset, with the ${second} last, has it ${shown.split(',')[0]}: who waited is sent away once`, () => {
      async function main() {
        await barrier[first]();
        await barrier[second]();
        log.push(String(barrier));
      }
      const tasks = start(2, come);
      runBriefly(loop);
      loop.runUntilComplete(gather([loop.createTask(main()), ...tasks]));
      expect(log).to.deep.equal([
        `<asyncio.locks.Barrier object [${shown}]>`,
        '0: Abort or reset of barrier',
        '1: Abort or reset of barrier',
      ]);
      expect(barrier.broken).to.equal(second === 'abort');
    });
  }

  it('while some are leaving and some have come back, sends away all', () => {
    let left = 0;
    runAll(5, async (i) => {
      try {
        await barrier.wait();
      } catch (error) {
        return noteBroken(i, error);
      }
      left += 1;
      if (left > 2) {
        log.push(`${i} aborts`);
        await barrier.abort();
      } else {
        await come(`${i}, come back`);
      }
    });
    expect(log).to.deep.equal([
      '1 aborts',
      '2: Abort or reset of barrier',
      '3: Abort or reset of barrier',
      '4, come back: Barrier aborted',
      '0, come back: Barrier aborted',
    ]);
    expect(state()).to.deep.equal(BROKEN);
  });

  it('by one who fails, sends away the others, who have come back or not left yet', () => {
    runAll(5, async (i) => {
      try {
        await asyncWith(barrier, async (index) => {
          if (index === 2) throw new RangeError('broken');
        });
        await asyncWith(barrier, async () => log.push('never'));
      } catch (error) {
        if (error instanceof RangeError) await barrier.abort();
        else noteBroken(i, error);
      }
    });
    expect(log).to.deep.equal([
      '3: Abort or reset of barrier',
      '4: Barrier aborted',
      '0: Barrier aborted',
      '1: Barrier aborted',
    ]);
    expect(state()).to.deep.equal(BROKEN);
  });

  it('by one who fails, can be undone by another once all have met elsewhere', () => {
    const elsewhere = new Barrier(5);
    runAll(5, async (i) => {
      try {
        if ((await barrier.wait()) === 2) throw new RangeError('broken');
        await barrier.wait();
        log.push('never');
      } catch (error) {
        if (error instanceof RangeError) await barrier.abort();
        else noteBroken(i, error);
      }
      if ((await elsewhere.wait()) === 2) await barrier.reset();
      await elsewhere.wait();
      await barrier.wait();
      log.push(`${i} passes`);
    });
    expect(log).to.deep.equal([
      '3: Abort or reset of barrier',
      ...['4: Barrier aborted', '0: Barrier aborted', '1: Barrier aborted'],
      ...['3 passes', '4 passes', '0 passes', '1 passes', '2 passes'],
    ]);
    expect(state()).to.deep.equal([0, false, '<asyncio.locks.Barrier object [filling, waiters:0/5]>']);
  });
});
