import { expect } from 'chai';
import { coroutine, EventLoop, Future, gather, sleep, ValueError } from '../../lib';
import { loggedBy } from '../loop/captured-log';
import { collectReports, runBriefly, thrownBy } from '../support';

describe('An exception that nobody retrieves', () => {
  let loop: EventLoop;
  let reports: Record<string, unknown>[];

  beforeEach(() => {
    loop = new EventLoop();
    reports = collectReports(loop);
  });

  const failed = (text = 'odd'): Future => {
    const future = loop.createFuture();
    future.setException(new ValueError(text));
    return future;
  };
  const failing = coroutine(function* (text: string) {
    throw new ValueError(text);
  });
  const messages = (): unknown[] => {
    loop.close();
    return reports.map((report) => report.message);
  };

  it('is reported when the loop is closed, with the future and the exception', () => {
    const future = failed();
    loop.close();
    const message = 'Future exception was never retrieved';
    expect(reports).to.deep.equal([{ message, exception: future.peekException(), future }]);
  });

  it("is reported by the name of the future's class", () => {
    class Promised extends Future {}
    new Promised(loop).setException(new ValueError('odd'));
    loop.createTask(failing('task'));
    runBriefly(loop);
    expect(messages()).to.deep.equal(['Promised exception was never retrieved', 'Task exception was never retrieved']);
  });

  it('is reported of a gather, whose child passed it on', () => {
    const main = coroutine(function* () {
      gather([failing('child')]);
      yield* sleep(1);
    });
    loop.runUntilComplete(main());
    expect(messages()).to.deep.equal(['_GatheringFuture exception was never retrieved']);
  });

  it('is reported in the order in which the futures were created', () => {
    const [first, second] = [loop.createFuture(), loop.createFuture()];
    second.setException(new ValueError('second'));
    first.setException(new ValueError('first'));
    loop.close();
    expect(reports.map((report) => (report.exception as Error).message)).to.deep.equal(['first', 'second']);
  });

  it('is reported once', () => {
    failed();
    loop.close();
    loop.close();
    expect(reports).to.have.length(1);
  });

  it('tells in debug mode where the future was created', () => {
    loop.setDebug(true);
    failed();
    loop.close();
    expect(Object.keys(reports[0] as object)).to.deep.equal(['message', 'exception', 'future', 'sourceTraceback']);
  });

  for (const debug of [true, false]) {
    it(`is logged, once, where no handler is set, ${debug ? 'in' : 'out of'} debug mode`, () => {
      loop = new EventLoop({ debug });
      const { stack } = failed().peekException() as Error;
      runBriefly(loop);
      const [text = '', ...more] = loggedBy(() => loop.close());
      expect(text.startsWith('Future exception was never retrieved\nfuture: <Future finished exception=')).to.equal(
        true,
      );
      expect(text.includes('sourceTraceback: Object created at (most recent call last):\n')).to.equal(debug);
      expect([text.endsWith(`\n${stack}`), more]).to.deep.equal([true, []]);
    });
  }

  describe('is not reported', () => {
    const retrieving: [string, (future: Future) => void][] = [
      ['after result()', (future) => void thrownBy(() => future.result())],
      ['after exception()', (future) => void future.exception()],
      ['after an await', (future) => void thrownBy(() => loop.runUntilComplete(future))],
      ['after cancel(), though that changes nothing', (future) => void future.cancel()],
      [
        'after logTraceback is set to false',
        (future) => {
          future.logTraceback = false;
        },
      ],
    ];

    for (const [when, retrieve] of retrieving) {
      it(when, () => {
        retrieve(failed());
        expect(messages()).to.deep.equal([]);
      });
    }

    it('where there is none: a future is pending, or its result was retrieved', () => {
      const done = loop.createFuture<number>();
      done.setResult(1);
      const pending = loop.createFuture();
      expect([done.result(), pending.done(), messages()]).to.deep.equal([1, false, []]);
    });

    it('where a future has a result, or was cancelled', () => {
      loop.createFuture<number>().setResult(1);
      loop.createFuture().cancel();
      expect(messages()).to.deep.equal([]);
    });
  });

  describe('logTraceback', () => {
    it('tells whether it is still to be retrieved', () => {
      const future = failed();
      const before = future.logTraceback;
      future.exception();
      expect([before, future.logTraceback]).to.deep.equal([true, false]);
    });

    it('can only be set to false', () => {
      const future = failed();
      const error = thrownBy(() => {
        future.logTraceback = true;
      });
      expect(String(error)).to.equal('ValueError: _log_traceback can only be set to False');
    });
  });
});
