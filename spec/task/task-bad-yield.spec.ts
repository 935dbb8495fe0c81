import { expect } from 'chai';
import { Awaitable, coroutine, currentTask, EventLoop, RuntimeError, repr, sleep } from '../../lib';
import { Log, thrownBy } from '../support';

/** Awaited, yields what it was given: junk, from an async function too. */
class Bare extends Awaitable<unknown> {
  constructor(private readonly value: unknown) {
    super();
  }

  *[Symbol.iterator](): Generator<unknown, unknown, unknown> {
    return yield this.value;
  }
}

describe('Task: what a coroutine must not yield', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** What a coroutine gets for yielding `junk`. Paths are shortened to file names. */
  function answerTo(junk: unknown): string {
    const main = coroutine(function* main() {
      yield junk;
    });
    const task = loop.createTask(main(), { name: 'main' });
    return thrownBy(() => loop.runUntilComplete(task)).message;
  }

  describe('that is neither a future nor nothing', () => {
    it('is thrown back at it as a RuntimeError, one iteration later, and it may go on', () => {
      function* main() {
        loop.callSoon(() => log.note('soon'));
        try {
          yield 5;
        } catch (error) {
          log.note(repr(error));
        }
        yield* sleep(1);
        return 'end';
      }
      log.note(loop.runUntilComplete(main()));
      expect(log.entries).to.deep.equal(['soon@0', "RuntimeError('Task got bad yield: 5')@0", 'end@1']);
    });

    it('is thrown back at an async function too', () => {
      async function main() {
        loop.callSoon(() => log.note('soon'));
        try {
          await new Bare(5);
        } catch (error) {
          log.note(repr(error));
        }
        await sleep(1);
        return 'end';
      }
      log.note(loop.runUntilComplete(main()));
      expect(log.entries).to.deep.equal(['soon@0', "RuntimeError('Task got bad yield: 5')@0", 'end@1']);
    });

    it('ends the task where nobody catches the error', () => {
      const task = loop.createTask(
        (function* () {
          yield 5;
        })(),
      );
      expect(() => loop.runUntilComplete(task)).to.throw(RuntimeError, 'Task got bad yield: 5');
    });

    it('is named in the error', () => {
      expect([0, false, 'text', [1], { a: 1 }, () => {}, Symbol('s'), BigInt(10)].map(answerTo)).to.deep.equal([
        'Task got bad yield: 0',
        'Task got bad yield: false',
        "Task got bad yield: 'text'",
        'Task got bad yield: [1]',
        'Task got bad yield: {a: 1}',
        'Task got bad yield: <function <anonymous>>',
        'Task got bad yield: Symbol(s)',
        'Task got bad yield: 10n',
      ]);
    });

    it('is named even if it cannot be shown', () => {
      const unshowable = {
        toString() {
          throw new Error('no');
        },
      };
      expect(answerTo(unshowable)).to.equal('Task got bad yield: <Object object, which threw Error when shown>');
    });

    it('gives way, as undefined does, if it is null', () => {
      function* main() {
        loop.callSoon(() => log.note('soon'));
        yield null;
        log.note('main');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['soon@0', 'main@0']);
    });

    it('comes with the remedy if it is a native promise', () => {
      expect(answerTo(Promise.resolve(1))).to.equal(
        'Task got bad yield: <Promise object>: await a native promise by yield* getAwaitable(promise)',
      );
    });
  });

  describe('without the star', () => {
    it('is a generator', () => {
      function* inner() {}
      expect(answerTo(inner())).to.equal(
        "yield was used instead of yield from for generator in task <Task pending name='main' coro=<main() running> " +
          'cb=[runUntilCompleteCallback()]> with <generator object>',
      );
    });

    it('is a coroutine', () => {
      const inner = coroutine(function* inner() {});
      expect(answerTo(inner())).to.match(
        /^yield was used instead of yield from for generator in task .* with <coroutine object inner>$/,
      );
    });

    it('is a future', () => {
      const future = loop.createFuture();
      expect(answerTo(future)).to.match(
        /^yield was used instead of yield from in task <Task pending name='main' .*> with <Future pending>$/,
      );
    });

    it('is a future that is done', () => {
      const future = loop.createFuture<number>();
      future.setResult(1);
      expect(answerTo(future)).to.match(
        /^yield was used instead of yield from in task .* with <Future finished result=1>$/,
      );
    });
  });

  describe('while a request to cancel is pending', () => {
    it('gets a CancelledError in place of the RuntimeError', () => {
      function* selfCancelled() {
        currentTask()?.cancel('self');
        try {
          yield 5;
        } catch (error) {
          log.note(repr(error));
          throw error;
        }
      }
      const task = loop.createTask(selfCancelled());
      expect(() => loop.runUntilComplete(task)).to.throw();
      expect([...log.entries, task.cancelled()]).to.deep.equal(["CancelledError('self')@0", true]);
    });

    it('gets a CancelledError also if asked only after the yield', () => {
      const task = loop.createTask(
        (function* () {
          yield 5;
        })(),
      );
      loop.runOnce();
      task.cancel('outside');
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal("CancelledError('outside')");
    });

    it('leaves a future of another loop alone', () => {
      const foreign = new EventLoop().createFuture();
      const task = loop.createTask(
        (function* () {
          currentTask()?.cancel();
          yield* foreign;
        })(),
      );
      expect(() => loop.runUntilComplete(task)).to.throw();
      expect([task.cancelled(), foreign.cancelled()]).to.deep.equal([true, false]);
    });
  });
});
