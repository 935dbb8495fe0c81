import { expect } from 'chai';
import { Barrier, EventLoop, gather, sleep, type Task } from '../../lib';

describe('The repr of a barrier', () => {
  it('tells its state, and how many wait of how many, unless it is broken', () => {
    const loop = new EventLoop();
    const barrier = new Barrier(5);
    const waiters: Task[] = [];
    const shown: string[] = [];
    const add = (n: number): void => {
      for (let i = 0; i < n; i++) waiters.push(loop.createTask(barrier.wait()) as Task);
    };
    async function main() {
      for (const change of [() => add(2), () => add(3), () => add(2)]) {
        change();
        await sleep(0);
        shown.push(String(barrier));
      }
      await barrier.reset();
      shown.push(String(barrier));
      add(2);
      await sleep(0);
      shown.push(String(barrier));
      await barrier.abort();
      shown.push(String(barrier));
      await gather(waiters, { returnExceptions: true });
    }
    shown.push(String(barrier));
    loop.runUntilComplete(main());
    expect(shown).to.deep.equal([
      '<asyncio.locks.Barrier object [filling, waiters:0/5]>',
      '<asyncio.locks.Barrier object [filling, waiters:2/5]>',
      '<asyncio.locks.Barrier object [draining, waiters:0/5]>',
      '<asyncio.locks.Barrier object [filling, waiters:2/5]>',
      '<asyncio.locks.Barrier object [resetting, waiters:0/5]>',
      '<asyncio.locks.Barrier object [filling, waiters:2/5]>',
      '<asyncio.locks.Barrier object [broken]>',
    ]);
    expect(barrier.broken).to.equal(true);
  });
});
