import { expect } from 'chai';
import { gevent } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.LifoQueue', () => {
  onNewLoops();

  it('gives, and shows, what came last', () => {
    const queue = new gevent.LifoQueue<string>(null, ['a', 'b']);
    queue.put('c');
    expect([queue.peek(), queue.get(), queue.get()]).to.deep.equal(['c', 'c', 'b']);
  });

  it('is copied in its order', () => {
    const copy = new gevent.LifoQueue<string>(null, ['a', 'b']).copy();
    expect([copy.get(), copy.get()]).to.deep.equal(['b', 'a']);
  });
});
