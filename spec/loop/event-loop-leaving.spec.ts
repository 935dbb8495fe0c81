import { expect } from 'chai';
import { BaseException, EventLoop, KeyboardInterrupt, SystemExit, sleep } from '../../lib';
import { collectReports, Log, thrownBy } from '../support';

describe('EventLoop, left by an error', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  for (const ErrorType of [SystemExit, KeyboardInterrupt]) {
    describe(`${ErrorType.name} from a callback`, () => {
      const error = new ErrorType();

      function schedule(): void {
        loop.callSoon(note('before'));
        loop.callSoon(() => {
          throw error;
        });
        loop.callSoon(note('after'));
        loop.callLater(1, note('timer'));
      }

      it('leaves the loop at once, which runs no longer', () => {
        schedule();
        expect(thrownBy(() => loop.runForever())).to.equal(error);
        expect([log.entries, loop.isRunning()]).to.deep.equal([['before@0'], false]);
      });

      it('leaves ready what was not run, for the next run', () => {
        schedule();
        thrownBy(() => loop.runForever());
        loop.runUntilComplete(sleep(2));
        expect(log.entries).to.deep.equal(['before@0', 'after@0', 'timer@1']);
      });

      it('leaves an iteration, and leaves ready what was not run', () => {
        schedule();
        expect(thrownBy(() => loop.runOnce())).to.equal(error);
        loop.runOnce();
        loop.runOnce();
        expect(log.entries).to.deep.equal(['before@0', 'after@0', 'timer@1']);
      });

      it('leaves a step, and leaves ready what was not run', () => {
        schedule();
        loop.step();
        expect(thrownBy(() => loop.step())).to.equal(error);
        loop.step();
        expect(log.entries).to.deep.equal(['before@0', 'after@0']);
      });

      it('leaves a step, and ends the iteration, as it ends that of a run', () => {
        const logs = [(each: EventLoop) => each.runOnce(), (each: EventLoop) => each.step()].map((run) => {
          loop = new EventLoop();
          log = new Log(loop);
          loop.callSoon(() => {
            throw error;
          });
          loop.callSoon(() => {
            log.note('after');
            loop.callSoon(note('scheduled by it'));
          });
          thrownBy(() => run(loop));
          loop.callAt(0, note('due'));
          loop.runUntilComplete(sleep(1));
          return log.entries;
        });
        expect(logs[0]).to.deep.equal(['after@0', 'due@0', 'scheduled by it@0']);
        expect(logs[1]).to.deep.equal(logs[0]);
      });

      it('is not told to the exception handler', () => {
        const reports = collectReports(loop);
        schedule();
        thrownBy(() => loop.runForever());
        expect(reports).to.deep.equal([]);
      });
    });

    describe(`${ErrorType.name} from a coroutine`, () => {
      const error = new ErrorType();
      const leave = async () => {
        await sleep(1);
        throw error;
      };

      it("leaves the loop, and is the task's exception", () => {
        const task = loop.createTask(leave());
        expect(thrownBy(() => loop.runUntilComplete(task))).to.equal(error);
        expect([task.done(), task.exception(), loop.time()]).to.deep.equal([true, error, 1]);
      });

      it('leaves the loop that runs another task', () => {
        loop.createTask(leave());
        const other = loop.createTask(sleep(2, 'slept'));
        expect(thrownBy(() => loop.runUntilComplete(other))).to.equal(error);
        expect([loop.runUntilComplete(other), loop.time()]).to.deep.equal(['slept', 2]);
      });

      it('counts as retrieved when runUntilComplete made the task', () => {
        const reports = collectReports(loop);
        thrownBy(() => loop.runUntilComplete(leave()));
        loop.close();
        expect(reports).to.deep.equal([]);
      });

      it('does not stop a later run too early', () => {
        thrownBy(() => loop.runUntilComplete(leave()));
        expect([loop.runUntilComplete(sleep(1, 'slept')), loop.time()]).to.deep.equal(['slept', 2]);
      });
    });
  }

  describe('no other error', () => {
    it('leaves the loop: what a callback throws is reported, and the next one runs', () => {
      const reports = collectReports(loop);
      const errors = [new Error('plain'), new BaseException('base')];
      for (const error of errors) {
        loop.callSoon(() => {
          throw error;
        });
      }
      loop.callSoon(note('next'));
      loop.runOnce();
      expect(reports.map(({ exception }) => exception)).to.deep.equal(errors);
      expect(log.entries).to.deep.equal(['next@0']);
    });

    it('leaves it when what is thrown is no Error: it is reported with the value as its cause', () => {
      const reports = collectReports(loop);
      for (const thrown of [5, 'text', null, undefined]) {
        loop.callSoon(() => {
          throw thrown;
        });
      }
      loop.callSoon(note('next'));
      loop.runOnce();
      const exceptions = reports.map(({ exception }) => exception as TypeError);
      expect(exceptions.map(({ name, cause }) => [name, cause])).to.deep.equal([
        ['TypeError', 5],
        ['TypeError', 'text'],
        ['TypeError', null],
        ['TypeError', undefined],
      ]);
      expect(exceptions[0]?.message).to.equal(
        'exceptions must derive from BaseException: 5 was thrown; throw an Error instead',
      );
      expect(log.entries).to.deep.equal(['next@0']);
    });

    it('leaves it when a coroutine throws a value that is no Error', () => {
      const main = function* () {
        yield* sleep(1);
        throw 'text';
      };
      const error = thrownBy(() => loop.runUntilComplete(main()));
      expect([error.name, error.cause]).to.deep.equal(['TypeError', 'text']);
      expect(loop.runUntilComplete(sleep(1, 'usable'))).to.equal('usable');
    });
  });

  it('adopts no asynchronous generator that is begun after it', () => {
    const values = async function* () {
      yield 1;
    };
    loop.callSoon(() => {
      throw new SystemExit();
    });
    thrownBy(() => loop.runForever());
    const left = values();
    left.next();
    const reports = collectReports(loop);
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(reports).to.deep.equal([]);
    const other = new EventLoop();
    expect(other.runUntilComplete(left.next())).to.deep.equal({ done: false, value: 1 });
  });
});
