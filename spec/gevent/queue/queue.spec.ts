import { expect } from 'chai';
import { getEventLoop, gevent, repr } from '../../../lib';
import { thrownBy } from '../../support';
import { Log, onNewLoops } from '../support';

describe('gevent.Queue', () => {
  onNewLoops();

  it('shows what it holds, and how many wait', () => {
    const queue = new gevent.Queue<number>(1, [1]);
    gevent.spawn(() => queue.put(2));
    gevent.sleep(0);
    expect(repr(queue)).to.equal('<Queue maxsize=1 queue=[1] putters[1]>');
    expect(repr(new gevent.LifoQueue(null, ['a']))).to.equal("<LifoQueue queue=['a']>");
  });

  it('may be given more room, which those find who come then', () => {
    const queue = new gevent.Queue<number>(1, [1]);
    queue.maxsize = 2;
    queue.putNowait(2);
    expect(() => queue.putNowait(3)).to.throw(gevent.Full);
    queue.maxsize = null;
    queue.putNowait(3);
    expect([queue.maxsize, queue.qsize()]).to.deep.equal([undefined, 3]);
  });

  it('takes how long to wait by position, or by name', () => {
    const queue = new gevent.Queue();
    expect(thrownBy(() => queue.get(true, 1)).name).to.equal('Empty');
    expect(thrownBy(() => queue.get({ timeout: 1 })).name).to.equal('Empty');
    expect(thrownBy(() => queue.get({ block: false })).name).to.equal('Empty');
    expect(getEventLoop().time()).to.equal(2);
  });

  it('is used in a callback of the loop without waiting: who waits to put has the item taken', () => {
    const log = new Log();
    const queue = new gevent.Queue<number>(1);
    gevent.spawn(function* () {
      for (const n of [1, 2]) yield* queue.put(n);
      log.note('all are in');
    });
    gevent.sleep(0);
    getEventLoop().callSoon(() => {
      log.note(thrownBy(() => queue.put(3)).name);
    });
    gevent.spawn(() => 0).rawlink(() => log.note([queue.get(), queue.get(), thrownBy(() => queue.get()).name]));
    gevent.sleep(1);
    expect(log.entries).to.deep.equal(['Full@0', '1,2,Empty@0', 'all are in@0']);
  });

  it('is gone through by for in main only', () => {
    const queue = new gevent.Queue<number>(null, [1, 2]);
    queue.put(gevent.StopIteration);
    expect([...queue]).to.deep.equal([1, 2]);
    const greenlet = gevent.spawn(() => [...queue]);
    expect(thrownBy(() => greenlet.get()).message).to.match(/by for await/);
  });

  it('hands an item that cannot be compared back to who waits to put it, as an error', () => {
    const queue = new gevent.PriorityQueue<unknown>(1, [1]);
    const greenlet = gevent.spawn(() => queue.put('text'));
    gevent.sleep(0);
    queue.maxsize = 2;
    queue.get();
    queue.put(1);
    expect(() => greenlet.get()).to.throw(TypeError);
  });
});
