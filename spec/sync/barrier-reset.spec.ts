import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  Barrier,
  BrokenBarrierError,
  EventLoop,
  gather,
  sleep,
  type Task,
} from '../../lib';
import { runBriefly } from '../support';

describe('Barrier.reset', () => {
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

  /** Wait at the barrier, and call `broken` instead of failing. */
  async function waitOr(broken: (error: BrokenBarrierError) => AwaitableLike<void>): Promise<boolean> {
    try {
      await barrier.wait();
    } catch (error) {
      if (!(error instanceof BrokenBarrierError)) throw error;
      await broken(error);
      return false;
    }
    return true;
  }

  const note = async (text: string): Promise<void> => {
    log.push(text);
  };

  const state = (): unknown[] => [barrier.nWaiting, barrier.broken, String(barrier)];
  const FILLING = [0, false, '<asyncio.locks.Barrier object [filling, waiters:0/5]>'];

  it('changes nothing while nobody is there', () => {
    barrier = new Barrier(1);
    loop.createTask(barrier.reset());
    runBriefly(loop);
    expect(state()).to.deep.equal([0, false, '<asyncio.locks.Barrier object [filling, waiters:0/1]>']);
  });

  it('sends away those who wait, and is filling again when the last has left', () => {
    const tasks = start(4, async (i) => {
      await waitOr((error) => note(`${i}: ${error.name} ${error.message}, ${String(barrier)}`));
    });
    runBriefly(loop);
    loop.createTask(barrier.reset());
    loop.runUntilComplete(gather(tasks));
    const sent = 'BrokenBarrierError Abort or reset of barrier, <asyncio.locks.Barrier object';
    expect(log).to.deep.equal([
      `0: ${sent} [resetting, waiters:0/5]>`,
      `1: ${sent} [resetting, waiters:0/5]>`,
      `2: ${sent} [resetting, waiters:0/5]>`,
      `3: ${sent} [filling, waiters:0/5]>`,
    ]);
    expect(state()).to.deep.equal(FILLING);
  });

  it('while all are leaving, sends away those who have not left yet', () => {
    let left = 0;
    runAll(5, async (i) => {
      if (!(await waitOr(() => note(`${i} is sent away`)))) return;
      left += 1;
      log.push(`${i} leaves`);
      if (left === 3) await barrier.reset();
    });
    expect(log).to.deep.equal(['4 leaves', '0 leaves', '1 leaves', '2 is sent away', '3 is sent away']);
    expect(state()).to.deep.equal(FILLING);
  });

  it('while some are leaving and some have come back, sends away the former only', () => {
    let left = 0;
    runAll(5, async (i) => {
      const passed = await waitOr(async () => {
        log.push(`${i} is sent away`);
        await barrier.wait();
      });
      if (passed) {
        left += 1;
        if (left > 2) {
          log.push(`${i} resets`);
          await barrier.reset();
          await barrier.wait();
        } else {
          log.push(`${i} comes back`);
          await waitOr(() => note(`${i} is sent away, though it came back`));
        }
      }
      log.push(`${i} passes`);
    });
    expect(log).to.deep.equal([
      '4 comes back',
      '0 comes back',
      '1 resets',
      '2 is sent away',
      '3 is sent away',
      ...['2 passes', '3 passes', '4 passes', '0 passes', '1 passes'],
    ]);
    expect(state()).to.deep.equal(FILLING);
  });

  it('lets those whom it sent away come back, and all pass', () => {
    const tasks = start(4, async (i) => {
      await waitOr(() => note(`${i} is sent away`));
      await barrier.wait();
      log.push(`${i} passes`);
    });
    loop.createTask(barrier.reset());
    runBriefly(loop);
    loop.createTask(asyncWith(barrier, () => note('another passes')));
    loop.runUntilComplete(gather(tasks));
    expect(log).to.deep.equal([
      ...['0 is sent away', '1 is sent away', '2 is sent away', '3 is sent away'],
      ...['2 passes', '3 passes', 'another passes', '0 passes', '1 passes'],
    ]);
    expect(state()).to.deep.equal(FILLING);
  });

  it('by the last to leave, sends nobody away: those who came back are not inside yet', () => {
    let left = 0;
    runAll(5, async (i) => {
      await barrier.wait();
      left += 1;
      if (left === 5) {
        log.push(`${i} resets`);
        await barrier.reset();
        await barrier.wait();
      } else if (await waitOr(() => note(`${i} is sent away`))) {
        log.push(`${i} passes again`);
      }
      await barrier.wait();
      log.push(`${i} passes a third time`);
    });
    expect(log).to.deep.equal([
      '3 resets',
      ...[2, 4, 0, 1].map((i) => `${i} passes again`),
      ...[0, 1, 2, 3, 4].map((i) => `${i} passes a third time`),
    ]);
    expect(state()).to.deep.equal(FILLING);
  });

  it('has who comes before all have left wait outside, and then count as the first', () => {
    barrier = new Barrier(3);
    const come = async (name: string | number): Promise<void> => {
      if (await waitOr((error) => note(`${name}: ${error.message}`))) log.push(`${name} passes`);
    };
    async function main() {
      const tasks = start(2, come);
      await sleep(0);
      tasks.push(loop.createTask(come('newcomer')) as Task);
      await barrier.reset();
      log.push(String(barrier));
      for (let i = 0; i < 2; i++) {
        await sleep(0);
        log.push(String(barrier));
      }
      for (const name of ['x', 'y']) tasks.push(loop.createTask(come(name)) as Task);
      await gather(tasks);
    }
    loop.runUntilComplete(main());
    expect(log).to.deep.equal([
      '<asyncio.locks.Barrier object [resetting, waiters:0/3]>',
      '0: Abort or reset of barrier',
      '1: Abort or reset of barrier',
      '<asyncio.locks.Barrier object [filling, waiters:0/3]>',
      '<asyncio.locks.Barrier object [filling, waiters:1/3]>',
      ...['y passes', 'newcomer passes', 'x passes'],
    ]);
  });
});
