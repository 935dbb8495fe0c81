import { expect } from 'chai';
import { type Coroutine, coroutine, EventLoop, gather, RuntimeError, repr, sleep } from '../../lib';
import { Log, thrownBy } from '../support';

describe('Task: a coroutine is awaited only once', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const inner = coroutine(function* inner() {
    yield* sleep(1);
    return 7;
  });

  async function innerAsync() {
    await sleep(1);
    return 7;
  }

  function* note(name: string, coro: Coroutine<number>) {
    try {
      log.note(`${name} ${yield* coro}`);
    } catch (error) {
      log.note(`${name} ${(error as Error).message}`);
    }
  }

  for (const [kind, make] of [
    ['a coroutine', inner],
    ['the call of an async function', innerAsync as unknown as typeof inner],
  ] as const) {
    it(`refuses ${kind} that is suspended elsewhere, and one that has ended`, () => {
      const coro = make();
      function* main() {
        yield* gather([note('a', coro), note('b', coro)]);
        yield* note('c', coro);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'b coroutine is being awaited already@0',
        'a 7@1',
        'c cannot reuse already awaited coroutine@1',
      ]);
    });

    it(`refuses ${kind} that was closed before it began`, () => {
      const coro = make();
      coro.close();
      loop.runUntilComplete(note('d', coro));
      expect(log.entries).to.deep.equal(['d cannot reuse already awaited coroutine@0']);
    });

    it(`lets the second of two tasks given ${kind} fail, and the first go on`, () => {
      const coro = make();
      const tasks = [loop.createTask(coro), loop.createTask(coro)];
      const results = loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
      expect(repr(results)).to.equal("[7, RuntimeError('cannot reuse already awaited coroutine')]");
    });
  }

  it('refuses a task for a plain generator that another task drives', () => {
    function* plain() {
      yield* sleep(1);
      return 7;
    }
    const generator = plain();
    const first = loop.createTask(generator);
    expect(() => loop.createTask(generator)).to.throw(RuntimeError, 'cannot reuse already awaited coroutine');
    expect(loop.runUntilComplete(first)).to.equal(7);
  });

  it('refuses a task for a plain generator that a task has driven to its end', () => {
    function* plain() {
      return 7;
    }
    const generator = plain();
    loop.runUntilComplete(generator);
    const error = thrownBy(() => loop.createTask(generator));
    expect(repr(error)).to.equal("RuntimeError('cannot reuse already awaited coroutine')");
  });

  it('refuses a task for the generator that is being run', () => {
    function* plain(): Generator<unknown, string, unknown> {
      return thrownBy(() => loop.createTask(generator)).message;
    }
    const generator = plain();
    expect(loop.runUntilComplete(generator)).to.equal('cannot reuse already awaited coroutine');
  });
});
