import { expect } from 'chai';
import { EventLoop, LifoQueue, Queue, QueueEmpty, QueueFull, sleep } from '../../lib';
import { Log } from '../support';

describe('LifoQueue', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('gives what was put in last', () => {
    const queue = new LifoQueue<number>();
    function* main() {
      for (const item of [1, 3, 2]) yield* queue.put(item);
      return [yield* queue.get(), yield* queue.get(), yield* queue.get()];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([2, 3, 1]);
  });

  it('does so when items come and go by turns', () => {
    const queue = new LifoQueue<string>();
    queue.putNowait('a');
    queue.putNowait('b');
    const first = queue.getNowait();
    queue.putNowait('c');
    expect([first, queue.getNowait(), queue.getNowait()]).to.deep.equal(['b', 'c', 'a']);
  });

  it('is a Queue in all else: it can be full, and empty', () => {
    const queue = new LifoQueue<string>(1);
    expect(queue).to.be.an.instanceOf(Queue);
    expect(() => queue.getNowait()).to.throw(QueueEmpty);
    queue.putNowait('a');
    expect(() => queue.putNowait('b')).to.throw(QueueFull);
    expect([queue.maxsize, queue.qsize(), queue.full()]).to.deep.equal([1, 1, true]);
  });

  it('has those who wait served in the order in which they came, first in, first out', () => {
    const queue = new LifoQueue<string>();
    const getter = async (name: string) => log.note(`${name} got ${await queue.get()}`);
    async function main() {
      await sleep(1);
      for (const item of ['x', 'y']) queue.putNowait(item);
      await sleep(1);
    }
    for (const name of ['first', 'second']) loop.createTask(getter(name));
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['first got y@1', 'second got x@1']);
  });

  it('is shown with its items in the order of their putting', () => {
    const queue = new LifoQueue<number>();
    for (const item of [1, 3, 2]) queue.putNowait(item);
    expect(String(queue)).to.equal('<LifoQueue maxsize=0 _queue=[1, 3, 2] tasks=3>');
  });
});
