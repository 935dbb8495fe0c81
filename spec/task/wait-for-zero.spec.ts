import { expect } from 'chai';
import {
  CancelledError,
  contextOf,
  coroutine,
  EventLoop,
  RuntimeError,
  sleep,
  TimeoutError,
  ValueError,
  waitFor,
} from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('waitFor, with no time to wait', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const worker = coroutine(function* (cleanup: 'leave' | 'swallow' | 'fail') {
    log.note('begins');
    try {
      yield* sleep(9);
    } catch (error) {
      log.note('cancelled');
      if (cleanup === 'leave') throw error;
      yield* sleep(2);
      if (cleanup === 'fail') throw new ValueError('broken');
    }
    return 'kept';
  });

  /** What awaiting a task of `worker`, which has begun, with a timeout of 0 comes to. */
  function main(cleanup: 'leave' | 'swallow' | 'fail') {
    return (async () => {
      const task = loop.createTask(worker(cleanup));
      await sleep(0);
      return await waitFor(task, 0);
    })();
  }

  for (const timeout of [0, -1]) {
    it(`gives the result of what is done already, without giving way, at a timeout of ${timeout}`, () => {
      const future = loop.createFuture<number>();
      future.setResult(1);
      const task = loop.createTask(waitFor(future, timeout));
      expect(countIterations(loop, () => task.done())).to.equal(1);
      expect(task.result()).to.equal(1);
    });

    it(`never begins a coroutine at a timeout of ${timeout}`, () => {
      const error = thrownBy(() => loop.runUntilComplete(waitFor(worker('leave'), timeout)));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(log.entries).to.deep.equal([]);
    });
  }

  it('raises the exception of what failed already', () => {
    const future = loop.createFuture();
    future.setException(new ValueError('broken'));
    expect(thrownBy(() => loop.runUntilComplete(waitFor(future, 0))).message).to.equal('broken');
  });

  it('raises CancelledError for what was cancelled already', () => {
    const future = loop.createFuture();
    future.cancel('before');
    const error = thrownBy(() => loop.runUntilComplete(waitFor(future, 0)));
    expect(error).to.be.an.instanceOf(CancelledError);
    expect((error as CancelledError).args).to.deep.equal(['before']);
  });

  it('cancels a task that has begun, and raises TimeoutError from its CancelledError', () => {
    const error = thrownBy(() => loop.runUntilComplete(main('leave')));
    expect(error).to.be.an.instanceOf(TimeoutError);
    expect(error.cause).to.be.an.instanceOf(CancelledError);
    expect(contextOf(error)).to.equal(error.cause);
    expect(log.entries).to.deep.equal(['begins@0', 'cancelled@0']);
  });

  it('waits for the task to end, and gives what it returns all the same', () => {
    expect(loop.runUntilComplete(main('swallow'))).to.equal('kept');
    expect(loop.time()).to.equal(2);
  });

  it('waits for the task to end, and raises what it raises', () => {
    expect(thrownBy(() => loop.runUntilComplete(main('fail'))).message).to.equal('broken');
    expect(loop.time()).to.equal(2);
  });

  it('raises CancelledError when it is cancelled while it waits for that end', () => {
    const task = loop.createTask(main('swallow'));
    loop.callLater(1, () => task.cancel('stop'));
    expect((thrownBy(() => loop.runUntilComplete(task)) as CancelledError).args).to.deep.equal(['stop']);
  });

  it('works outside of any task when the future is done, for it then needs no timeout', () => {
    const future = loop.createFuture<number>();
    future.setResult(1);
    loop.callSoon(() => log.note(`${waitFor(future, 0).send(undefined).value}`));
    loop.runOnce();
    expect(log.entries).to.deep.equal(['1@0']);
  });

  describe('given what cannot be awaited', () => {
    it('refuses it as ensureFuture does, and otherwise as await does', () => {
      const text = (timeout: number | null) =>
        thrownBy(() => loop.runUntilComplete(waitFor(5 as never, timeout))).message;
      expect(text(0)).to.equal('An asyncio.Future, a coroutine or an awaitable is required');
      expect(text(1)).to.equal("object number can't be used in 'await' expression");
      expect(text(null)).to.equal("object number can't be used in 'await' expression");
    });

    it('refuses to await a future of another loop, once there is time to', () => {
      const foreign = new EventLoop().createFuture();
      const error = thrownBy(() => loop.runUntilComplete(waitFor(foreign, 1)));
      expect(error).to.be.an.instanceOf(RuntimeError);
      expect(error.message).to.match(/got Future <Future pending> attached to a different loop$/);
      expect(foreign.done()).to.equal(false);
    });

    it('refuses a timeout that is no number, and names it', () => {
      const error = thrownBy(() => loop.runUntilComplete(waitFor(worker('leave'), '1' as never)));
      expect(error).to.be.an.instanceOf(TypeError);
      expect(error.message).to.contain("not '1'");
    });
  });
});
