import { expect } from 'chai';
import {
  ContextVar,
  copyContext,
  EventLoop,
  type ExceptionContext,
  KeyboardInterrupt,
  SystemExit,
  sleep,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';
import { loggedBy } from './captured-log';

describe('ExceptionReporter', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  describe('the handler that the user set', () => {
    it('is called with the loop and the context, in place of the default one', () => {
      const calls: unknown[][] = [];
      loop.setExceptionHandler((...args) => calls.push(args));
      const context = { message: 'something', exception: new Error('broken'), detail: 1 };
      const logged = loggedBy(() => loop.callExceptionHandler(context));
      expect(calls).to.deep.equal([[loop, context]]);
      expect(calls[0]?.[1]).to.equal(context);
      expect(logged).to.deep.equal([]);
    });

    it('can be asked for, and taken away', () => {
      const handler = () => {};
      loop.setExceptionHandler(handler);
      const before = loop.getExceptionHandler();
      loop.setExceptionHandler(null);
      expect([before, loop.getExceptionHandler()]).to.deep.equal([handler, undefined]);
    });

    it('is refused when it is no function, and the one before stays', () => {
      const handler = () => {};
      loop.setExceptionHandler(handler);
      expect(() => loop.setExceptionHandler(5 as never)).to.throw(
        TypeError,
        'A callable object or None is expected, got 5',
      );
      expect(loop.getExceptionHandler()).to.equal(handler);
    });

    it('may call the default one itself', () => {
      loop.setExceptionHandler((each, context) => each.defaultExceptionHandler({ ...context, message: 'mine' }));
      expect(loggedBy(() => loop.callExceptionHandler({ message: 'something' }))).to.deep.equal(['mine']);
    });

    it('runs in the context of the task, the future or the handle it is told of', () => {
      const user = new ContextVar('user', { default: 'nobody' });
      const context = copyContext();
      context.run(() => user.set('ann'));
      const seen: string[] = [];
      loop.setExceptionHandler(() => seen.push(user.get()));
      loop.callSoon(
        () => {
          throw new Error('broken');
        },
        { context },
      );
      loop.runOnce();
      const task = loop.createTask(sleep(0), { context });
      loop.callExceptionHandler({ message: 'of a task', task });
      loop.callExceptionHandler({ message: 'of nothing' });
      loop.runUntilComplete(task);
      expect(seen).to.deep.equal(['ann', 'ann', 'nobody']);
    });

    for (const ErrorType of [SystemExit, KeyboardInterrupt]) {
      it(`that raises ${ErrorType.name} has it leave the loop, which is usable afterwards`, () => {
        const error = new ErrorType();
        loop.setExceptionHandler(() => {
          throw error;
        });
        loop.callSoon(() => {
          throw new Error('broken');
        });
        expect(thrownBy(() => loop.runForever())).to.equal(error);
        expect(loop.runUntilComplete(sleep(1, 'usable'))).to.equal('usable');
      });
    }
  });

  describe('a handler that throws', () => {
    let told: ExceptionContext[];

    class OwnLoop extends EventLoop {
      override defaultExceptionHandler(context: ExceptionContext): void {
        told.push(context);
      }
    }

    beforeEach(() => {
      told = [];
    });

    it('is itself told to the default handler, with what it was told', () => {
      const own = new OwnLoop();
      const error = new ValueError('from the handler');
      const context = { message: 'something' };
      own.setExceptionHandler(() => {
        throw error;
      });
      own.callExceptionHandler(context);
      expect(told).to.deep.equal([{ message: 'Unhandled error in exception handler', exception: error, context }]);
      expect(told[0]?.context).to.equal(context);
    });

    it('may throw what is no Error', () => {
      const own = new OwnLoop();
      own.setExceptionHandler(() => {
        throw 'text';
      });
      own.callExceptionHandler({ message: 'something' });
      expect(told.map(({ exception }) => exception?.cause)).to.deep.equal(['text']);
    });

    it('does not stop the loop', () => {
      const own = new OwnLoop();
      const log = new Log(own);
      own.setExceptionHandler(() => {
        throw new Error('from the handler');
      });
      own.callSoon(() => {
        throw new Error('from the callback');
      });
      own.callSoon(() => log.note('next'));
      own.runOnce();
      expect([log.entries, told.length]).to.deep.equal([['next@0'], 1]);
    });

    it('is logged, with the trace of its own error, and all that it was told', () => {
      loop.setExceptionHandler(() => {
        throw new ValueError('from the handler');
      });
      const [text = '', ...more] = loggedBy(() =>
        loop.callExceptionHandler({ message: 'something', exception: new Error('first') }),
      );
      expect(text).to.match(
        /^Unhandled error in exception handler\ncontext: \{message: 'something', exception: Error\('first'\)\}\nValueError: from the handler\n {4}at /,
      );
      expect(more).to.deep.equal([]);
    });
  });

  describe('a default handler that throws', () => {
    class BrokenLoop extends EventLoop {
      override defaultExceptionHandler(): void {
        throw new Error('from the default handler');
      }
    }

    it('is logged', () => {
      const logged = loggedBy(() => new BrokenLoop().callExceptionHandler({ message: 'something' }));
      expect(logged.length).to.equal(1);
      expect(logged[0]).to.match(/^Exception in default exception handler\nError: from the default handler\n/);
    });

    it('is logged after a handler that threw, too', () => {
      const broken = new BrokenLoop();
      broken.setExceptionHandler(() => {
        throw new Error('from the handler');
      });
      const logged = loggedBy(() => broken.callExceptionHandler({ message: 'something' }));
      expect(logged.length).to.equal(1);
      expect(logged[0]).to.match(
        /^Exception in default exception handler while handling an unexpected error in custom exception handler\nError: from the default handler\n/,
      );
    });

    it('lets SystemExit and KeyboardInterrupt out', () => {
      for (const error of [new SystemExit(), new KeyboardInterrupt()]) {
        class LeavingLoop extends EventLoop {
          override defaultExceptionHandler(): void {
            throw error;
          }
        }
        expect(thrownBy(() => new LeavingLoop().callExceptionHandler({ message: 'something' }))).to.equal(error);
      }
    });
  });

  describe('the default handler', () => {
    const logOf = (context: ExceptionContext): string[] => loggedBy(() => loop.defaultExceptionHandler(context));

    it('logs the message, then what else is known, sorted by name', () => {
      expect(logOf({ message: 'something', zebra: 'text', ant: 1 })).to.deep.equal([
        "something\nant: 1\nzebra: 'text'",
      ]);
    });

    it('logs the trace of the exception', () => {
      const [text = ''] = logOf({ message: 'something', exception: new ValueError('broken') });
      expect(text).to.match(/^something\nValueError: broken\n {4}at .*exception-reporter\.spec\.ts/);
    });

    it('logs the traces of what caused the exception', () => {
      const cause = new ValueError('first');
      const [text = ''] = logOf({ message: 'something', exception: new Error('second', { cause }) });
      expect(text).to.match(/^something\nError: second\n[\s\S]*\ncaused by ValueError: first\n {4}at /);
    });

    it('logs an exception that is its own cause', () => {
      const exception = new Error('round');
      exception.cause = exception;
      const [text = ''] = logOf({ message: 'something', exception });
      expect(text).to.match(/^something\nError: round\n/);
    });

    it('logs without an exception where there is none', () => {
      expect(logOf({ message: 'something', exception: undefined })).to.deep.equal(['something']);
      expect(logOf({ message: 'something', exception: null as never })).to.deep.equal(['something']);
    });

    it('logs a text of its own where there is no message', () => {
      expect([...logOf({}), ...logOf({ message: '' })]).to.deep.equal([
        'Unhandled exception in event loop',
        'Unhandled exception in event loop',
      ]);
    });

    it('shows a future as the loop does', () => {
      expect(logOf({ message: 'something', future: loop.createFuture() })).to.deep.equal([
        'something\nfuture: <Future pending>',
      ]);
    });

    it('is what the loop has when none is set: a callback that throws is logged', () => {
      loop.callSoon(function fail() {
        throw new Error('broken');
      });
      const [text = ''] = loggedBy(() => loop.runOnce());
      expect(text).to.match(/^Exception in callback fail\(\)\nhandle: <Handle fail\(\)>\nError: broken\n {4}at /);
    });
  });
});
