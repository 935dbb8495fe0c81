import { expect } from 'chai';
import { type Coroutine, coroutine } from '../../lib';
import { thrownBy } from '../support';

describe('Coroutine', () => {
  let log: string[];

  const work = coroutine(function* work(name: string) {
    log.push(`${name} begins`);
    try {
      const sent = yield 'first';
      log.push(`${name} was sent ${sent}`);
      yield 'second';
      return `${name}'s result`;
    } catch (error) {
      log.push(`${name} caught ${(error as Error).message}`);
      return 'recovered';
    } finally {
      log.push(`${name} cleans up`);
    }
  });

  beforeEach(() => {
    log = [];
  });

  it('runs nothing when it is made', () => {
    expect(work('a').state).to.equal('created');
    expect(log).to.deep.equal([]);
  });

  it('shows its name', () => {
    expect(String(work('a'))).to.equal('<coroutine object work>');
  });

  describe('send', () => {
    it('runs to the next yield, and gives what is yielded there', () => {
      const coro = work('a');
      expect(coro.send(undefined)).to.deep.equal({ done: false, value: 'first' });
      expect(coro.state).to.equal('suspended');
    });

    it('makes its value the value of the yield', () => {
      const coro = work('a');
      coro.send(null);
      coro.send(7);
      expect(log).to.deep.equal(['a begins', 'a was sent 7']);
    });

    it('gives the result at the end', () => {
      const coro = work('a');
      coro.send(undefined);
      coro.send(7);
      expect(coro.send(undefined)).to.deep.equal({ done: true, value: "a's result" });
      expect(coro.state).to.equal('closed');
    });

    it('throws for a value that comes before the first yield, and leaves the coroutine as it was', () => {
      const coro = work('a');
      expect(String(thrownBy(() => coro.send(7)))).to.equal(
        "TypeError: can't send non-None value to a just-started coroutine",
      );
      expect([coro.state, coro.send(undefined).value]).to.deep.equal(['created', 'first']);
    });

    it('throws what the body throws, which ends the coroutine', () => {
      const coro = coroutine(function* () {
        yield;
        throw new RangeError('from the body');
      })();
      coro.send(undefined);
      expect(thrownBy(() => coro.send(undefined)).message).to.equal('from the body');
      expect(coro.state).to.equal('closed');
    });

    it('throws from within the body', () => {
      let error: Error | undefined;
      const coro: Coroutine<void> = coroutine(function* () {
        error = thrownBy(() => coro.send(undefined));
      })();
      coro.send(undefined);
      expect(String(error)).to.equal('ValueError: coroutine already executing');
    });
  });

  describe('throw', () => {
    it('throws its error at the yield', () => {
      const coro = work('a');
      coro.send(undefined);
      expect(coro.throw(new Error('ouch'))).to.deep.equal({ done: true, value: 'recovered' });
      expect(log).to.deep.equal(['a begins', 'a caught ouch', 'a cleans up']);
    });

    it('ends a coroutine that has not begun, without running its body', () => {
      const coro = work('a');
      const error = new Error('ouch');
      expect(thrownBy(() => coro.throw(error))).to.equal(error);
      expect([coro.state, log]).to.deep.equal(['closed', []]);
    });

    it('goes down to the innermost of those that are awaited', () => {
      const outer = coroutine(function* () {
        return yield* work('inner');
      })();
      outer.send(undefined);
      expect(outer.throw(new Error('ouch')).value).to.equal('recovered');
    });
  });

  describe('close', () => {
    it('runs the finally blocks and nothing else', () => {
      const coro = work('a');
      coro.send(undefined);
      coro.close();
      expect([coro.state, log]).to.deep.equal(['closed', ['a begins', 'a cleans up']]);
    });

    it('runs nothing of a coroutine that has not begun', () => {
      const coro = work('a');
      coro.close();
      expect([coro.state, log]).to.deep.equal(['closed', []]);
    });

    it('does nothing to one that is closed', () => {
      const coro = work('a');
      coro.close();
      coro.close();
      expect(coro.state).to.equal('closed');
    });

    it('closes the innermost first', () => {
      const outer = coroutine(function* () {
        try {
          yield* work('inner');
        } finally {
          log.push('outer cleans up');
        }
      })();
      outer.send(undefined);
      outer.close();
      expect(log).to.deep.equal(['inner begins', 'inner cleans up', 'outer cleans up']);
    });

    it('lets a finally block await what need not wait', () => {
      const quick = coroutine(function* () {
        return 'quick';
      });
      const coro = coroutine(function* () {
        try {
          yield;
        } finally {
          log.push(yield* quick());
        }
      })();
      coro.send(undefined);
      coro.close();
      expect(log).to.deep.equal(['quick']);
    });

    it('throws when a finally block waits', () => {
      const coro = coroutine(function* () {
        try {
          yield;
        } finally {
          yield;
        }
      })();
      coro.send(undefined);
      expect(String(thrownBy(() => coro.close()))).to.equal('RuntimeError: coroutine ignored GeneratorExit');
    });

    it('throws what a finally block throws', () => {
      const fail = (): never => {
        throw new RangeError('in cleaning up');
      };
      const coro = coroutine(function* () {
        try {
          yield;
        } finally {
          fail();
        }
      })();
      coro.send(undefined);
      expect(thrownBy(() => coro.close()).message).to.equal('in cleaning up');
      expect(coro.state).to.equal('closed');
    });

    it('throws from within the body', () => {
      let error: Error | undefined;
      const coro: Coroutine<void> = coroutine(function* () {
        error = thrownBy(() => coro.close());
      })();
      coro.send(undefined);
      expect(String(error)).to.equal('ValueError: coroutine already executing');
    });
  });
});
