import { expect } from 'chai';
import { CancelledError, coroutine, EventLoop, gather, setEventLoop, sleep, type Task, ValueError } from '../../lib';
import { collectReports, Log, runBriefly, thrownBy } from '../support';

describe('gather, when not all goes well', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const worker = coroutine(function* (name: string, delay: number) {
    log.note(`${name} begins`);
    yield* sleep(delay);
    log.note(`${name} ends`);
    return name;
  });

  async function failing(delay: number, error: Error): Promise<never> {
    await sleep(delay);
    throw error;
  }

  describe('when a child fails', () => {
    it('fails at once with the first exception, and lets the other children go on', () => {
      async function main() {
        try {
          await gather([worker('a', 2), failing(1, new ValueError('broken'))]);
        } catch (error) {
          log.note(String(error));
        }
        await sleep(5);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['a begins@0', 'ValueError: broken@1', 'a ends@2']);
    });

    it('takes the failure whose callback runs first, not the one first among the arguments', () => {
      const [one, two] = [loop.createFuture(), loop.createFuture()];
      const outer = gather([one, two]);
      two.setException(new ValueError('two'));
      one.setException(new ValueError('one'));
      expect(thrownBy(() => loop.runUntilComplete(outer)).message).to.equal('two');
    });

    it('raises the very error that the child failed with', () => {
      const error = new ValueError('broken');
      expect(thrownBy(() => loop.runUntilComplete(gather([failing(1, error)])))).to.equal(error);
    });

    it('counts the failures that come later as retrieved', () => {
      const reports = collectReports(loop);
      const outer = gather([failing(1, new ValueError('first')), failing(2, new ValueError('later'))]);
      expect(thrownBy(() => loop.runUntilComplete(outer)).message).to.equal('first');
      loop.runUntilComplete(sleep(5));
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it('reports a failure of its own that nobody retrieved', () => {
      const reports = collectReports(loop);
      const outer = gather([failing(1, new ValueError('unseen'))]);
      loop.runUntilComplete(sleep(5));
      loop.close();
      expect(reports.map((report) => report.message)).to.deep.equal(['_GatheringFuture exception was never retrieved']);
      expect(reports[0]?.future).to.equal(outer);
    });
  });

  describe('when a child is cancelled', () => {
    it('fails with a CancelledError as its exception, with the message of the child, and is not itself cancelled', () => {
      const [child, other] = [loop.createFuture(), loop.createFuture()];
      const outer = gather([child, other]);
      child.cancel('why');
      runBriefly(loop);
      expect(outer.done()).to.equal(true);
      expect(outer.cancelled()).to.equal(false);
      expect(outer.exception()).to.be.an.instanceOf(CancelledError);
      expect((outer.exception() as CancelledError).args).to.deep.equal(['why']);
      expect(other.done()).to.equal(false);
    });

    it('leaves the awaiting task cancelled, though nobody asked it to be', () => {
      const child = loop.createFuture();
      function* main() {
        yield* gather([child]);
      }
      const task = loop.createTask(main());
      loop.callLater(1, () => child.cancel());
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(task.cancelled()).to.equal(true);
      expect(task.cancelling()).to.equal(0);
    });
  });

  describe('with returnExceptions', () => {
    it('gives exceptions as results, in their places, once all are done', () => {
      const error = new ValueError('broken');
      async function main() {
        return await gather([worker('a', 2), failing(1, error), worker('c', 3)], { returnExceptions: true });
      }
      expect(loop.runUntilComplete(main())).to.deep.equal(['a', error, 'c']);
      expect(loop.time()).to.equal(3);
    });

    it('gives a new CancelledError with the message for a cancelled future', () => {
      const child = loop.createFuture();
      const outer = gather([child], { returnExceptions: true });
      child.cancel('why');
      const [result] = loop.runUntilComplete(outer);
      expect(result).to.be.an.instanceOf(CancelledError);
      expect((result as CancelledError).args).to.deep.equal(['why']);
    });

    it('gives a CancelledError with an empty message for a future cancelled without one', () => {
      const child = loop.createFuture();
      const outer = gather([child], { returnExceptions: true });
      child.cancel();
      expect((loop.runUntilComplete(outer)[0] as CancelledError).args).to.deep.equal(['']);
    });

    it('gives a CancelledError with an empty message for a cancelled task, whatever the message was', () => {
      const task: Task<string> = loop.createTask(worker('a', 9));
      loop.callLater(1, () => task.cancel('why'));
      const [result] = loop.runUntilComplete(gather([task], { returnExceptions: true }));
      expect((result as CancelledError).args).to.deep.equal(['']);
    });

    it('gives what is thrown and is no error as the TypeError that Python makes of it', () => {
      function* main() {
        yield;
        throw 'junk';
      }
      const [result] = loop.runUntilComplete(gather([main()], { returnExceptions: true }));
      expect(result).to.be.an.instanceOf(TypeError);
    });
  });
});
