import { expect } from 'chai';
import { gevent } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.PriorityQueue', () => {
  onNewLoops();

  it('gives the smallest item: arrays by their first elements that differ', () => {
    const queue = new gevent.PriorityQueue<[number, string]>(null, [
      [2, 'b'],
      [1, 'z'],
    ]);
    queue.put([1, 'a']);
    expect([queue.peek(), queue.get(), queue.get()]).to.deep.equal([
      [1, 'a'],
      [1, 'a'],
      [1, 'z'],
    ]);
  });

  it('gives who waits the item that comes first, however large', () => {
    const queue = new gevent.PriorityQueue<number>();
    const greenlet = gevent.spawn(() => queue.get());
    gevent.sleep(0);
    for (const n of [3, 1]) queue.put(n);
    expect([greenlet.get(), queue.get()]).to.deep.equal([1, 3]);
  });
});
