import { expect } from 'chai';
import { getEventLoop, gevent, repr } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.JoinableQueue', () => {
  onNewLoops();

  it('is joined when the work on all that was put in is done', () => {
    const queue = new gevent.JoinableQueue<number>();
    gevent.spawn(function* () {
      for (;;) {
        yield* gevent.sleep(yield* queue.get());
        queue.taskDone();
      }
    });
    for (const seconds of [1, 2]) queue.put(seconds);
    expect([queue.join(2), queue.join(), getEventLoop().time()]).to.deep.equal([false, true, 3]);
    expect(() => queue.taskDone()).to.throw('task_done() called too many times');
  });

  it('shows how much work is left', () => {
    const queue = new gevent.JoinableQueue(null, [1, 2]);
    expect(repr(queue)).to.equal('<JoinableQueue queue=[1, 2] tasks=2 _cond=<Event clear _links[0]>>');
    expect(queue.copy().unfinishedTasks).to.equal(2);
  });
});
