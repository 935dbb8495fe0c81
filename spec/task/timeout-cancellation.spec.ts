import { expect } from 'chai';
import {
  asyncWith,
  CancelledError,
  contextOf,
  currentTask,
  EventLoop,
  ExceptionGroup,
  sleep,
  TimeoutError,
  timeoutAt,
  ValueError,
} from '../../lib';
import { setContext } from '../../lib/errors';
import { Log, thrownBy } from '../support';

describe('timeout, among other cancellations and errors', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** The names of `error`, of what it arose from, and so on. */
  function chain(error: Error | undefined): string[] {
    return error === undefined ? [] : [error.name, ...chain(contextOf(error))];
  }

  describe('when the task is also cancelled from outside', () => {
    it('lets a cancellation before the deadline pass', () => {
      const scope = timeoutAt(5);
      const task = loop.createTask(asyncWith(scope, () => sleep(9)));
      loop.callLater(1, () => task.cancel('stop'));
      expect((thrownBy(() => loop.runUntilComplete(task)) as CancelledError).args).to.deep.equal(['stop']);
      expect(scope.expired()).to.equal(false);
      expect(task.cancelling()).to.equal(1);
    });

    it('lets a cancellation in the iteration of the deadline pass, though it has expired', () => {
      const scope = timeoutAt(1);
      const task = loop.createTask(asyncWith(scope, () => sleep(9)));
      loop.callLater(1, () => task.cancel('stop'));
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(scope.expired()).to.equal(true);
      expect(task.cancelled()).to.equal(true);
      expect(task.cancelling()).to.equal(1);
    });

    it('lets a cancellation during the cleanup pass', () => {
      const scope = timeoutAt(1);
      async function body() {
        try {
          await sleep(9);
        } finally {
          await sleep(5);
        }
      }
      const task = loop.createTask(asyncWith(scope, body));
      loop.callLater(3, () => task.cancel('stop'));
      expect((thrownBy(() => loop.runUntilComplete(task)) as CancelledError).args).to.deep.equal(['stop']);
      expect(scope.expired()).to.equal(true);
      expect(loop.time()).to.equal(3);
    });

    it('raises TimeoutError in a task that was cancelled before and declined', () => {
      async function main() {
        try {
          await sleep(9);
        } catch {
          log.note(`declined, cancelling ${currentTask()?.cancelling()}`);
        }
        try {
          await asyncWith(timeoutAt(3), () => sleep(9));
        } catch (error) {
          log.note(`${(error as Error).name}, cancelling ${currentTask()?.cancelling()}`);
        }
      }
      const task = loop.createTask(main());
      loop.callLater(1, () => task.cancel());
      loop.runUntilComplete(task);
      expect(log.entries).to.deep.equal(['declined, cancelling 1@1', 'TimeoutError, cancelling 1@3']);
    });
  });

  describe('when the body catches the cancellation', () => {
    it('raises nothing, has expired, and takes its request back', () => {
      const scope = timeoutAt(1);
      async function main() {
        const result = await asyncWith(scope, async () => {
          try {
            await sleep(9);
          } catch {
            log.note('declined');
          }
          await sleep(1);
          return 'kept';
        });
        log.note(`${result}, expired ${scope.expired()}, cancelling ${currentTask()?.cancelling()}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['declined@1', 'kept, expired true, cancelling 0@2']);
    });

    it('turns a CancelledError of its own making into TimeoutError', () => {
      class Stopped extends CancelledError {}
      async function body() {
        try {
          await sleep(9);
        } catch {
          throw new Stopped();
        }
      }
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(1), body)));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(error.cause).to.be.an.instanceOf(Stopped);
    });
  });

  describe('when the body raises another error at the deadline', () => {
    function* failing() {
      try {
        yield* sleep(9);
      } finally {
        // biome-ignore lint/correctness/noUnsafeFinally: what a failing cleanup does
        throw new ValueError('broken');
      }
    }

    it('lets it pass, and puts a TimeoutError between it and the CancelledError', () => {
      const scope = timeoutAt(1);
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(scope, failing)));
      expect(chain(error)).to.deep.equal(['ValueError', 'TimeoutError', 'CancelledError']);
      expect(scope.expired()).to.equal(true);
    });

    it('does so for the error of a task that the body awaits', () => {
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(1), () => loop.createTask(failing()))));
      expect(chain(error)).to.deep.equal(['ValueError', 'TimeoutError', 'CancelledError']);
      expect(contextOf(error)?.cause).to.be.an.instanceOf(CancelledError);
    });

    it('does so for the members of an ExceptionGroup', () => {
      const [arisen, plain] = [new ValueError('arisen'), new ValueError('plain')];
      async function body() {
        try {
          await sleep(9);
        } catch (error) {
          setContext(arisen, error as Error);
        }
        throw new ExceptionGroup('several', [arisen, plain]);
      }
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(1), body)));
      expect(error).to.be.an.instanceOf(ExceptionGroup);
      expect(chain(arisen)).to.deep.equal(['ValueError', 'TimeoutError', 'CancelledError']);
      expect(chain(plain)).to.deep.equal(['ValueError']);
    });

    it('leaves an error raised before the deadline as it is', () => {
      function* body() {
        yield* sleep(1);
        throw new ValueError('early');
      }
      expect(chain(thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(5), body))))).to.deep.equal(['ValueError']);
    });
  });

  describe('inside another', () => {
    /** Run a timeout at `inner` inside one at `outer`, and note what each raises and whether it expired. */
    function nested(outer: number, inner: number): string[] {
      const [outside, inside] = [timeoutAt(outer), timeoutAt(inner)];
      async function main() {
        try {
          await asyncWith(outside, async () => {
            try {
              await asyncWith(inside, () => sleep(9));
            } catch (error) {
              log.note(`inner raises ${(error as Error).name}`);
              throw error;
            }
          });
        } catch (error) {
          log.note(`outer raises ${(error as Error).name}`);
        }
      }
      const task = loop.createTask(main());
      loop.runUntilComplete(task);
      return [...log.entries, `${inside} in ${outside}`, `cancelling ${task.cancelling()}`];
    }

    it('raises the one TimeoutError outside when both have the same deadline', () => {
      expect(nested(1, 1)).to.deep.equal([
        'inner raises CancelledError@1',
        'outer raises TimeoutError@1',
        '<Timeout [expired]> in <Timeout [expired]>',
        'cancelling 0',
      ]);
    });

    it('raises inside when the inner deadline is earlier, and passes through the outer', () => {
      expect(nested(2, 1)).to.deep.equal([
        'inner raises TimeoutError@1',
        'outer raises TimeoutError@1',
        '<Timeout [expired]> in <Timeout [finished]>',
        'cancelling 0',
      ]);
    });

    it('raises outside when the outer deadline is earlier', () => {
      expect(nested(1, 2)).to.deep.equal([
        'inner raises CancelledError@1',
        'outer raises TimeoutError@1',
        '<Timeout [finished]> in <Timeout [expired]>',
        'cancelling 0',
      ]);
    });
  });
});
