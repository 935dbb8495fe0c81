import { expect } from 'chai';
import { asyncWith, Barrier, EventLoop, Lock, PriorityQueue, Queue, Semaphore, sleep } from '../../../lib';
import { Numbering } from '../../../lib/trace/record/numbering';
import { lookAt } from '../../../lib/trace/record/primitive-look';
import { Recorder } from '../../../lib/trace/record/recorder';
import { runBriefly } from '../../support';

describe('What a trace says of a lock, a queue or the like', () => {
  let loop: EventLoop;
  let futures: Numbering;

  beforeEach(() => {
    loop = new EventLoop();
    futures = new Numbering();
  });

  it('is its class, and how it is', () => {
    expect(lookAt(new Barrier(2), futures)).to.deep.equal({
      kind: 'Barrier',
      text: '<asyncio.locks.Barrier object [filling, waiters:0/2]>',
      owners: undefined,
      items: undefined,
      size: undefined,
    });
  });

  it('is who holds it', () => {
    const permits = new Semaphore(2);
    const tasks = [1, 2].map(() => loop.createTask(asyncWith(permits, () => sleep(1))));
    for (const task of tasks) futures.of(task);
    runBriefly(loop);
    expect(lookAt(permits, futures).owners).to.deep.equal([1, 2]);
  });

  it('is what is in it: the first items, and how many there are', () => {
    const queue = new Queue<number>();
    for (let i = 0; i < 12; i++) queue.putNowait(i);
    const { items, size } = lookAt(queue, futures);
    expect([items, size]).to.deep.equal([['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], 12]);
  });

  it('is the next item first, of a queue of priorities', () => {
    const queue = new PriorityQueue<number>();
    for (const item of [3, 1, 2]) queue.putNowait(item);
    expect(lookAt(queue, futures).items?.[0]).to.equal('1');
  });

  it('is not who waits for it: that changes while it is as it was', () => {
    const lock = new Lock();
    const queue = new Queue<string>(1);
    for (let i = 0; i < 2; i++) {
      loop.createTask(lock.acquire());
      loop.createTask(queue.get());
    }
    runBriefly(loop);
    expect([String(lock), String(queue)]).to.deep.equal([
      '<asyncio.locks.Lock object [locked, waiters:1]>',
      '<Queue maxsize=1 _getters[2]>',
    ]);
    expect([lookAt(lock, futures).text, lookAt(queue, futures).text]).to.deep.equal([
      '<asyncio.locks.Lock object [locked]>',
      '<Queue maxsize=1>',
    ]);
  });

  it('is short, however much is in a queue', () => {
    const recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    const queue = new Queue<string>();
    loop.callSoon(() => {
      for (let i = 0; i < 2000; i++) queue.putNowait(`a rather long item, of which there are many: ${i}`);
    });
    loop.runOnce();
    expect(JSON.stringify(recorder.events.at(-2)).length).to.be.lessThan(1000);
  });
});
