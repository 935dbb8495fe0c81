import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  EventLoop,
  type Future,
  gather,
  setEventLoop,
  shield,
  sleep,
  type Task,
  ValueError,
} from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('gather, cancelled', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  /** Work that `cleanup` follows when it is cancelled. */
  const worker = coroutine(function* (name: string, cleanup: 'leave' | 'swallow' | 'fail' | 'linger' = 'leave') {
    try {
      yield* sleep(9);
    } catch (error) {
      log.note(`${name} cancelled with [${(error as CancelledError).args}]`);
      if (cleanup === 'swallow') return name;
      if (cleanup === 'fail') throw new ValueError(name);
      if (cleanup === 'linger') yield* sleep(2);
      throw error;
    }
    return name;
  });

  async function awaiting(outer: Future<unknown>): Promise<unknown> {
    try {
      return await outer;
    } catch (error) {
      log.note(`raised ${(error as Error).name} [${(error as CancelledError).args ?? ''}]`);
      throw error;
    }
  }

  /** Run a task that awaits `outer`, and cancel it at 1. */
  function cancelAwaiter(outer: Future<unknown>): Task {
    const task = loop.createTask(awaiting(outer));
    loop.callLater(1, () => task.cancel('stop'));
    loop.runUntilComplete(gather([task], { returnExceptions: true }));
    return task as Task;
  }

  describe('by its own cancel', () => {
    it('cancels every child that is not done, with the message, and is not done before they are', () => {
      const [done, one, two] = [loop.createFuture(), loop.createFuture(), loop.createFuture()];
      done.setResult(1);
      const outer = gather([done, one, two]);
      expect(outer.cancel('stop')).to.equal(true);
      expect([done, one, two].map((child) => child.cancelled())).to.deep.equal([false, true, true]);
      expect(outer.done()).to.equal(false);
      expect(() => one.result()).to.throw(CancelledError, 'stop');
      runBriefly(loop);
      expect(outer.done()).to.equal(true);
    });

    it('ends with a CancelledError as its exception, and is not itself cancelled', () => {
      const outer = gather([loop.createFuture()]);
      outer.cancel('stop');
      runBriefly(loop);
      expect(outer.cancelled()).to.equal(false);
      expect((outer.exception() as CancelledError).args).to.deep.equal(['stop']);
    });

    it('answers false when it is done', () => {
      const outer = gather([loop.createFuture()]);
      outer.cancel();
      runBriefly(loop);
      expect(outer.cancel()).to.equal(false);
    });

    it('answers false when all children are done, though it is not done itself yet', () => {
      const child = loop.createFuture<number>();
      const outer = gather([child]);
      child.setResult(1);
      expect(outer.cancel()).to.equal(false);
      expect(loop.runUntilComplete(outer)).to.deep.equal([1]);
    });
  });

  describe('through the task that awaits it', () => {
    it('ends with the first child that does, here its cancellation', () => {
      const task = cancelAwaiter(gather([worker('a', 'linger'), worker('b')]));
      expect(log.entries).to.deep.equal([
        'a cancelled with [stop]@1',
        'b cancelled with [stop]@1',
        'raised CancelledError [stop]@1',
      ]);
      expect(task.cancelled()).to.equal(true);
    });

    it('ends with what the first child raised in its cleanup', () => {
      const task = cancelAwaiter(gather([worker('a', 'fail'), worker('b')]));
      expect(log.entries.at(-1)).to.equal('raised ValueError []@1');
      expect(task.cancelled()).to.equal(false);
      expect(task.exception()?.message).to.equal('a');
    });

    it('waits for all children with returnExceptions, then raises CancelledError whatever they gave', () => {
      const task = cancelAwaiter(gather([worker('a', 'fail'), worker('b', 'linger')], { returnExceptions: true }));
      expect(log.entries).to.deep.equal([
        'a cancelled with [stop]@1',
        'b cancelled with [stop]@1',
        'raised CancelledError [stop]@3',
      ]);
      expect(task.cancelled()).to.equal(true);
    });

    it('ends in a CancelledError without a message when all children swallow theirs', () => {
      const task = cancelAwaiter(gather([worker('a', 'swallow'), worker('b', 'swallow')]));
      expect(log.entries.at(-1)).to.equal('raised CancelledError []@1');
      expect(task.cancelled()).to.equal(true);
    });

    it('takes the message from the last argument, whichever child ended last', () => {
      const future = loop.createFuture();
      cancelAwaiter(gather([worker('a', 'swallow'), future], { returnExceptions: true }));
      expect(log.entries).to.deep.equal(['a cancelled with [stop]@1', 'raised CancelledError [stop]@1']);
    });

    it('has no message when the last argument ended otherwise, though others were cancelled with one', () => {
      const [cancelled, failed] = [loop.createFuture(), loop.createFuture()];
      failed.setException(new ValueError('earlier'));
      cancelAwaiter(gather([cancelled, failed], { returnExceptions: true }));
      expect(log.entries).to.deep.equal(['raised CancelledError []@1']);
    });

    it('raises CancelledError even when all children have just been done', () => {
      const child = loop.createFuture<number>();
      const task = loop.createTask(awaiting(gather([child])));
      loop.callLater(1, () => {
        child.setResult(1);
        task.cancel('late');
      });
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(log.entries).to.deep.equal(['raised CancelledError [late]@1']);
    });

    it('cancels the children under every other task that awaits the same future', () => {
      const outer = gather([worker('a')]);
      const [one, two] = [loop.createTask(awaiting(outer)), loop.createTask(awaiting(outer))];
      loop.callLater(1, () => one.cancel('stop'));
      loop.runUntilComplete(gather([one, two], { returnExceptions: true }));
      expect([one.cancelled(), two.cancelled()]).to.deep.equal([true, true]);
      expect([one.cancelling(), two.cancelling()]).to.deep.equal([1, 0]);
    });

    it('does not reach a child that is shielded', () => {
      const inner = loop.createTask(worker('inner'));
      cancelAwaiter(gather([shield(inner)]));
      expect(log.entries).to.deep.equal(['raised CancelledError [stop]@1']);
      expect(loop.runUntilComplete(inner)).to.equal('inner');
    });
  });

  it('reaches the children of a gather inside it', () => {
    const outer = gather([gather([worker('a'), worker('b')]), worker('c')]);
    cancelAwaiter(outer);
    expect(log.entries).to.deep.equal([
      'a cancelled with [stop]@1',
      'b cancelled with [stop]@1',
      'c cancelled with [stop]@1',
      'raised CancelledError [stop]@1',
    ]);
  });
});
