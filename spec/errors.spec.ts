import { expect } from 'chai';
import {
  AssertionError,
  BaseException,
  CancelledError,
  contextOf,
  coroutine,
  EventLoop,
  GeneratorExit,
  InvalidStateError,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
  sleep,
  TimeoutError,
  ValueError,
} from '../lib';
import { leavesTheLoop, nameAfterClass, OSError, setContext, toError } from '../lib/errors';
import { thrownBy } from './support';

function failToCleanUp(): never {
  throw new ValueError('while cleaning up');
}

describe('errors', () => {
  it("have Python's names", () => {
    const types = [
      AssertionError,
      CancelledError,
      GeneratorExit,
      InvalidStateError,
      KeyboardInterrupt,
      RuntimeError,
      SystemExit,
      TimeoutError,
      ValueError,
    ];
    const names = types.map((type) => new type().name);
    expect(names).to.deep.equal([
      'AssertionError',
      'CancelledError',
      'GeneratorExit',
      'InvalidStateError',
      'KeyboardInterrupt',
      'RuntimeError',
      'SystemExit',
      'TimeoutError',
      'ValueError',
    ]);
  });

  it("are JavaScript's Errors, with a stack that says their name", () => {
    const error = new ValueError('odd');
    expect(error).to.be.instanceOf(Error);
    expect(error.stack).to.match(/^ValueError: odd\n {4}at /);
  });

  it('have an empty message unless given one', () => {
    expect(new TimeoutError().message).to.equal('');
    expect(new CancelledError().message).to.equal('');
  });

  it('do not count their name among their own properties', () => {
    expect(Object.keys(new RuntimeError('x'))).to.deep.equal([]);
  });

  it('give a subclass its own name by nameAfterClass', () => {
    class BrokenPipe extends RuntimeError {}
    nameAfterClass(BrokenPipe);
    expect([new BrokenPipe().name, new RuntimeError().name]).to.deep.equal(['BrokenPipe', 'RuntimeError']);
  });

  describe('of the operating system', () => {
    it('have a number and what it means', () => {
      const error = new OSError(113, 'No route to host');
      expect([String(error), error.errno, error.strerror]).to.deep.equal([
        'OSError: [Errno 113] No route to host',
        113,
        'No route to host',
      ]);
    });

    it('may have a mere message, or none', () => {
      const errors = [new OSError('odd'), new OSError()];
      expect(errors.map((error) => [error.message, error.errno, error.strerror])).to.deep.equal([
        ['odd', undefined, undefined],
        ['', undefined, undefined],
      ]);
      expect(Object.keys(new OSError('odd'))).to.deep.equal([]);
    });

    it('are also those of deadlines, which may have a cause', () => {
      const cause = new CancelledError();
      const error = new TimeoutError('', { cause });
      expect(error).to.be.instanceOf(OSError);
      expect([error.cause, error.message, error.args]).to.deep.equal([cause, '', []]);
    });
  });

  describe('that "except Exception" would not catch', () => {
    it('are the BaseExceptions: cancellation, and the requests to leave', () => {
      const bases = [new CancelledError(), new SystemExit(), new KeyboardInterrupt(), new GeneratorExit()];
      expect(bases.map((error) => error instanceof BaseException)).to.deep.equal([true, true, true, true]);
    });

    it('are none of the others', () => {
      const others = [new TimeoutError(), new InvalidStateError(), new RuntimeError(), new TypeError()];
      expect(others.map((error) => error instanceof BaseException)).to.deep.equal([false, false, false, false]);
    });

    it('let a handler of Exceptions pass a cancellation on', () => {
      const loop = new EventLoop();
      const careless = coroutine(function* () {
        try {
          yield* sleep(1);
        } catch (error) {
          if (error instanceof BaseException) throw error;
        }
      });
      const task = loop.createTask(careless());
      loop.callSoon(() => task.cancel());
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.instanceOf(CancelledError);
      expect(task.cancelled()).to.equal(true);
    });
  });

  describe('args', () => {
    it('hold what the exception was made with, of whatever type', () => {
      const reason = { code: 1 };
      expect(new CancelledError(reason).args[0]).to.equal(reason);
      expect(new CancelledError().args).to.deep.equal([]);
      expect(new CancelledError('why', 2).args).to.deep.equal(['why', 2]);
    });

    it('may hold an object that has no string of its own', () => {
      const bare = Object.create(null);
      expect(new CancelledError(bare).args[0]).to.equal(bare);
    });

    it('are shown as the message by their repr', () => {
      expect(new CancelledError({ a: 1 }).message).to.equal('{a: 1}');
    });

    it('hold the exit status of a SystemExit', () => {
      const exit = new SystemExit(3);
      expect([exit.code, exit.args]).to.deep.equal([3, [3]]);
    });
  });
});

describe('leavesTheLoop', () => {
  it('is true of SystemExit and KeyboardInterrupt alone', () => {
    const thrown = [new SystemExit(), new KeyboardInterrupt(), new CancelledError(), new Error(), 5];
    expect(thrown.map(leavesTheLoop)).to.deep.equal([true, true, false, false, false]);
  });
});

describe('toError', () => {
  it('gives an Error as it is', () => {
    const error = new Error('as it is');
    expect(toError(error)).to.equal(error);
  });

  it("makes Python's TypeError of anything else, with the value as its cause", () => {
    const error = toError(5);
    expect(error).to.be.instanceOf(TypeError);
    expect(error.message).to.match(/^exceptions must derive from BaseException: 5 was thrown/);
    expect(error.cause).to.equal(5);
  });

  it('is what ends a task whose coroutine throws a value that is no Error', () => {
    const loop = new EventLoop();
    const throwing = coroutine(function* () {
      throw 'a string';
    });
    const error = thrownBy(() => loop.runUntilComplete(throwing()));
    expect(error).to.be.instanceOf(TypeError);
    expect(error.cause).to.equal('a string');
  });
});

describe('contextOf', () => {
  it('gives the exception that was being handled, which setContext has set', () => {
    const first = new Error('first');
    const second = new Error('second');
    setContext(second, first);
    expect(contextOf(second)).to.equal(first);
    expect(contextOf(first)).to.equal(undefined);
  });

  it('never leads back to where it began: the chain is cut there', () => {
    const [a, b, c] = [new Error('a'), new Error('b'), new Error('c')] as const;
    setContext(b, a);
    setContext(c, b);
    setContext(a, c);
    expect([a, b, c].map(contextOf)).to.deep.equal([c, undefined, b]);
    setContext(a, a);
    expect(contextOf(a)).to.equal(c);
  });

  it('is kept from enumeration', () => {
    const error = new Error();
    setContext(error, new Error());
    expect(Object.keys(error)).to.deep.equal([]);
  });

  it('gives the cancellation that an error in the cleaning up has replaced', () => {
    const loop = new EventLoop();
    const untidy = coroutine(function* () {
      try {
        yield* sleep(10);
      } finally {
        failToCleanUp();
      }
    });
    const task = loop.createTask(untidy());
    loop.callLater(1, () => task.cancel());
    const error = thrownBy(() => loop.runUntilComplete(task));
    expect(error.message).to.equal('while cleaning up');
    expect(contextOf(error)).to.be.instanceOf(CancelledError);
    expect(task.cancelled()).to.equal(false);
  });
});
