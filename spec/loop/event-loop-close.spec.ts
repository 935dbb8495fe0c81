import { expect } from 'chai';
import { coroutine, EventLoop, ensureFuture, gather, RuntimeError, sleep } from '../../lib';
import { collectReports, Log, thrownBy } from '../support';
import { loggedBy } from './captured-log';

describe('EventLoop.close', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('is refused while the loop is running, which goes on unharmed', () => {
    const main = async () => {
      const error = thrownBy(() => loop.close());
      await sleep(1);
      return [error instanceof RuntimeError, error.message, loop.isClosed()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([true, 'Cannot close a running event loop', false]);
  });

  it('changes nothing when called again', () => {
    loop.close();
    loop.close();
    expect(loop.isClosed()).to.equal(true);
  });

  it('drops what is scheduled, without running or cancelling it', () => {
    const handles = [loop.callSoon(note('ready')), loop.callLater(1, note('timer'))];
    loop.close();
    expect([log.entries, handles.map((handle) => handle.cancelled())]).to.deep.equal([[], [false, false]]);
  });

  describe('afterwards', () => {
    const refused: [string, () => unknown][] = [
      ['callSoon', () => loop.callSoon(() => {})],
      ['callSoonThreadsafe', () => loop.callSoonThreadsafe(() => {})],
      ['callLater', () => loop.callLater(1, () => {})],
      ['callAt', () => loop.callAt(1, () => {})],
      ['createTask', () => loop.createTask(sleep(1))],
      ['runInExecutor', () => loop.runInExecutor(null, () => {})],
    ];
    for (const [name, action] of refused) {
      it(`${name} is refused`, () => {
        loop.close();
        const error = thrownBy(action);
        expect([error.name, error.message]).to.deep.equal(['RuntimeError', 'Event loop is closed']);
      });
    }

    it('createTask is refused before it looks at the coroutine, which can still be run elsewhere', () => {
      loop.close();
      expect(() => loop.createTask(5 as never)).to.throw(RuntimeError, 'Event loop is closed');
      const coro = sleep(1, 'slept');
      thrownBy(() => loop.createTask(coro));
      expect(new EventLoop().runUntilComplete(coro)).to.equal('slept');
    });

    it('ensureFuture is refused, and closes the coroutine', () => {
      loop.close();
      const coro = coroutine(function* hello() {})();
      expect(() => ensureFuture(coro, { loop })).to.throw(RuntimeError, 'Event loop is closed');
      expect(coro.state).to.equal('closed');
    });

    it('what needs no running still works', () => {
      loop.close();
      loop.stop();
      expect([loop.createFuture().done(), loop.time(), loop.isClosed(), loop.getDebug()]).to.deep.equal([
        false,
        0,
        true,
        false,
      ]);
    });

    it('a handle can still be cancelled', () => {
      const handles = [loop.callSoon(() => {}), loop.callLater(1, () => {})];
      loop.close();
      for (const handle of handles) handle.cancel();
      expect(handles.map((handle) => handle.cancelled())).to.deep.equal([true, true]);
    });

    it('a future with callbacks is done, and says that they cannot be called', () => {
      const future = loop.createFuture<number>();
      future.addDoneCallback(() => log.note('called'));
      loop.close();
      expect(() => future.setResult(1)).to.throw(RuntimeError, 'Event loop is closed');
      expect([future.result(), log.entries]).to.deep.equal([1, []]);
    });

    it('a future without callbacks is done as ever', () => {
      const future = loop.createFuture<number>();
      loop.close();
      future.setResult(1);
      expect(future.result()).to.equal(1);
    });
  });

  describe('reports', () => {
    it('in the order of creation what ended unseen and what never ended', () => {
      const reports = collectReports(loop);
      const fail = async () => {
        throw new Error('of the task');
      };
      loop.createTask(sleep(9), { name: 'pending' });
      const future = loop.createFuture();
      loop.createTask(fail(), { name: 'failed' });
      loop.runUntilComplete(sleep(1));
      future.setException(new Error('of the future'));
      loop.close();
      expect(
        reports.map(({ message, exception }) => [message, (exception as Error | undefined)?.message]),
      ).to.deep.equal([
        ['Task was destroyed but it is pending!', undefined],
        ['Future exception was never retrieved', 'of the future'],
        ['Task exception was never retrieved', 'of the task'],
      ]);
    });

    it('no task that runUntilComplete made', () => {
      const reports = collectReports(loop);
      loop.callSoon(() => loop.stop());
      thrownBy(() => loop.runUntilComplete(sleep(1)));
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it('no task that gather made', () => {
      const reports = collectReports(loop);
      const main = async () => {
        gather([sleep(9)]);
        await sleep(1);
      };
      loop.runUntilComplete(main());
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it('no exception that was retrieved, and nothing twice', () => {
      const reports = collectReports(loop);
      const [seen, unseen] = [loop.createFuture(), loop.createFuture()];
      seen.setException(new Error('seen'));
      unseen.setException(new Error('unseen'));
      seen.exception();
      loop.close();
      loop.close();
      expect(reports.map(({ future }) => future)).to.deep.equal([unseen]);
    });

    it('all, though the exception handler throws', () => {
      const futures = [loop.createFuture(), loop.createFuture()];
      for (const future of futures) future.setException(new Error('unseen'));
      const told: unknown[] = [];
      loop.setExceptionHandler((_loop, { future }) => {
        told.push(future);
        throw new Error('from the handler');
      });
      const logged = loggedBy(() => loop.close());
      expect([told, logged.length, loop.isClosed()]).to.deep.equal([futures, 2, true]);
    });
  });
});
