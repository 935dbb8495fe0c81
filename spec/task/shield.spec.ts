import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  EventLoop,
  type Future,
  RuntimeError,
  setEventLoop,
  shield,
  sleep,
  ValueError,
} from '../../lib';
import { collectReports, countIterations, Log, runBriefly, thrownBy } from '../support';

describe('shield', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const worker = coroutine(function* (delay: number) {
    try {
      yield* sleep(delay);
    } catch (error) {
      log.note('worker cancelled');
      throw error;
    }
    log.note('worker done');
    return 'work';
  });

  async function awaiting(outer: PromiseLike<unknown>): Promise<unknown> {
    try {
      return await outer;
    } catch (error) {
      log.note(`${(error as Error).name} [${(error as CancelledError).args ?? (error as Error).message}]`);
      throw error;
    }
  }

  describe('over what is pending', () => {
    it('gives a plain future of the same loop, other than the one it shields', () => {
      const inner = loop.createFuture();
      const outer = shield(inner);
      expect(outer).to.not.equal(inner);
      expect(outer.getLoop()).to.equal(loop);
      expect(String(outer)).to.match(/^<Future pending/);
    });

    it('makes a task of a coroutine, a generator or an async function', () => {
      async function asyncWorker() {
        return await worker(1);
      }
      function* plain() {
        return yield* worker(1);
      }
      for (const make of [() => worker(1), asyncWorker, plain]) {
        expect(loop.runUntilComplete(shield(make()))).to.equal('work');
      }
    });

    it('has the result one iteration after the inner future', () => {
      const inner = loop.createFuture<number>();
      const outer = shield(inner);
      inner.setResult(1);
      expect(outer.done()).to.equal(false);
      expect(countIterations(loop, () => outer.done())).to.equal(1);
      expect(outer.result()).to.equal(1);
    });

    it('fails with the very error of the inner future, and counts it as retrieved there', () => {
      const reports = collectReports(loop);
      const error = new ValueError('broken');
      const inner = loop.createFuture();
      const outer = shield(inner);
      inner.setException(error);
      expect(thrownBy(() => loop.runUntilComplete(outer))).to.equal(error);
      loop.close();
      expect(reports).to.deep.equal([]);
    });
  });

  it('gives what is done already as it is', () => {
    const [result, error, cancelled] = [loop.createFuture(), loop.createFuture(), loop.createFuture()];
    result.setResult(1);
    error.setException(new ValueError('broken'));
    cancelled.cancel();
    for (const inner of [result, error, cancelled]) expect(shield(inner)).to.equal(inner);
    expect(error.exception()?.message).to.equal('broken');
  });

  describe('when the outer future is cancelled', () => {
    it('is cancelled at once, and lets the inner task go on', () => {
      const inner = loop.createTask(worker(2));
      const outer = shield(inner);
      loop.callLater(1, () => log.note(`cancel ${outer.cancel()}, then ${outer.cancelled()}`));
      loop.runUntilComplete(inner);
      expect(log.entries).to.deep.equal(['cancel true, then true@1', 'worker done@2']);
    });

    it('takes its callback off the inner future in the next iteration', () => {
      const inner = loop.createFuture();
      const outer = shield(inner);
      outer.cancel();
      expect(String(inner)).to.contain('cb=[');
      runBriefly(loop);
      expect(String(inner)).to.equal('<Future pending>');
    });

    it('stays cancelled when the inner future had its result already, not copied yet', () => {
      const inner = loop.createFuture<number>();
      const outer = shield(inner);
      inner.setResult(1);
      expect(outer.cancel()).to.equal(true);
      runBriefly(loop);
      expect(outer.cancelled()).to.equal(true);
    });

    it('counts an exception that was not copied yet as retrieved', () => {
      const reports = collectReports(loop);
      const inner = loop.createFuture();
      const outer = shield(inner);
      inner.setException(new ValueError('unseen'));
      outer.cancel();
      runBriefly(loop);
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it('leaves a later failure of the inner task to be reported as one nobody retrieved', () => {
      const reports = collectReports(loop);
      async function failing() {
        await sleep(2);
        throw new ValueError('unseen');
      }
      const outer = shield(failing());
      loop.callLater(1, () => outer.cancel());
      loop.runUntilComplete(sleep(5));
      expect(reports).to.deep.equal([]);
      loop.close();
      expect(reports.map((report) => report.message)).to.deep.equal(['Task exception was never retrieved']);
    });
  });

  describe('when the awaiting task is cancelled', () => {
    it('raises CancelledError with its message there, and lets the inner task go on', () => {
      const inner = loop.createTask(worker(2));
      const task = loop.createTask(awaiting(shield(inner)));
      loop.callLater(1, () => task.cancel('stop'));
      expect(loop.runUntilComplete(inner)).to.equal('work');
      expect(log.entries).to.deep.equal(['CancelledError [stop]@1', 'worker done@2']);
      expect(task.cancelled()).to.equal(true);
    });

    it('protects by a task, not by the coroutine: who awaits the task unshielded still cancels it', () => {
      const inner = loop.createTask(worker(2));
      const [shielded, bare] = [loop.createTask(awaiting(shield(inner))), loop.createTask(awaiting(inner))];
      loop.callLater(1, () => bare.cancel('stop'));
      expect(thrownBy(() => loop.runUntilComplete(shielded))).to.be.an.instanceOf(CancelledError);
      expect(log.entries).to.deep.equal(['worker cancelled@1', 'CancelledError [stop]@1', 'CancelledError []@1']);
    });
  });

  describe('when the inner future is cancelled', () => {
    it('is cancelled one iteration later, without the message', () => {
      const inner = loop.createFuture();
      const outer = shield(inner);
      inner.cancel('why');
      expect(outer.done()).to.equal(false);
      runBriefly(loop);
      expect(outer.cancelled()).to.equal(true);
      expect((thrownBy(() => outer.result()) as CancelledError).args).to.deep.equal([]);
    });

    it('leaves the awaiting task cancelled, which nobody asked to be', () => {
      const inner = loop.createTask(worker(9));
      const task = loop.createTask(awaiting(shield(inner)));
      loop.callLater(1, () => inner.cancel('why'));
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(task.cancelled()).to.equal(true);
      expect(task.cancelling()).to.equal(0);
      expect(log.entries).to.deep.equal(['worker cancelled@1', 'CancelledError []@1']);
    });
  });

  describe('given what it cannot shield', () => {
    it('refuses junk', () => {
      const error = thrownBy(() => shield(5 as never));
      expect(error).to.be.an.instanceOf(TypeError);
      expect(error.message).to.equal('An asyncio.Future, a coroutine or an awaitable is required');
    });

    it('shields a future of another loop on that loop, where a task of this one cannot await it', () => {
      const other = new EventLoop();
      const outer: Future<unknown> = shield(other.createFuture());
      expect(outer.getLoop()).to.equal(other);
      const error = thrownBy(() => loop.runUntilComplete(awaiting(outer)));
      expect(error).to.be.an.instanceOf(RuntimeError);
      expect(error.message).to.match(/attached to a different loop$/);
    });
  });
});
