import { expect } from 'chai';
import {
  Awaitable,
  type Coroutine,
  coroutine,
  EventLoop,
  ensureFuture,
  type Future,
  iscoroutine,
  repr,
  setEventLoop,
  sleep,
  Task,
  ValueError,
} from '../../lib';
import { thrownBy } from '../support';

describe('ensureFuture', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const five = coroutine(function* five() {
    return 5;
  });

  class GivesWay extends Awaitable<number> {
    *[Symbol.iterator]() {
      yield;
      return 8;
    }
  }

  describe('given a future', () => {
    it('returns that very future, or task', () => {
      const future = loop.createFuture();
      const task = loop.createTask(five());
      expect([ensureFuture(future), ensureFuture(future, { loop }), ensureFuture(task)]).to.deep.equal([
        future,
        future,
        task,
      ]);
    });

    it('returns one that is done as well, with its result', () => {
      const future = loop.createFuture<string>();
      future.setResult('ko');
      const same = ensureFuture(future);
      expect([same, loop.runUntilComplete(same), same.done(), same.result()]).to.deep.equal([future, 'ko', true, 'ko']);
      expect(() => ensureFuture(future, { loop: new EventLoop() })).to.throw(ValueError);
      expect(ensureFuture(future, { loop })).to.equal(future);
    });

    it('returns a task likewise, whether done or not, to its own loop only', () => {
      const task = loop.createTask(five());
      const same = ensureFuture(task);
      expect([same, ensureFuture(task, { loop }), loop.runUntilComplete(same), same.done()]).to.deep.equal([
        task,
        task,
        5,
        true,
      ]);
      expect(() => ensureFuture(task, { loop: new EventLoop() })).to.throw(ValueError);
      expect(ensureFuture(task, { loop })).to.equal(task);
    });

    it('returns what only says that it is a future', () => {
      const duck = { asyncioFutureBlocking: false, getLoop: () => loop } as unknown as Future;
      expect(ensureFuture(duck)).to.equal(duck);
    });

    it('refuses one of another loop', () => {
      const future = loop.createFuture();
      const error = thrownBy(() => ensureFuture(future, { loop: new EventLoop() }));
      expect(repr(error)).to.equal(
        "ValueError('The future belongs to a different loop than the one specified as the loop argument')",
      );
    });
  });

  describe('given a coroutine', () => {
    const callAsync = async () => 5;
    function* plain() {
      return 5;
    }

    for (const [kind, make] of [
      ['a coroutine', five],
      ['the call of an async function', callAsync],
      ['a plain generator', plain],
    ] as const) {
      it(`makes a task of ${kind}`, () => {
        const task = ensureFuture<number>(make(), { loop });
        expect([task instanceof Task, task.getLoop(), loop.runUntilComplete(task)]).to.deep.equal([true, loop, 5]);
        expect([task.done(), task.result()]).to.deep.equal([true, 5]);
      });
    }

    it('makes it on the running loop', () => {
      async function main() {
        return ensureFuture(callAsync());
      }
      const task = loop.runUntilComplete(main()) as unknown as Task<number>;
      expect([task.getLoop(), loop.runUntilComplete(task), task.done()]).to.deep.equal([loop, 5, true]);
    });

    it('makes it on the current loop where none is running', () => {
      setEventLoop(loop);
      const task = ensureFuture<number>(callAsync());
      setEventLoop(null);
      expect([task.getLoop(), loop.runUntilComplete(task), task.done()]).to.deep.equal([loop, 5, true]);
    });

    it('fails where there is no loop, and leaves the coroutine as it was', () => {
      setEventLoop(null);
      const coro = five();
      const error = thrownBy(() => ensureFuture(coro));
      expect([repr(error), coro.state]).to.deep.equal([
        `RuntimeError("There is no current event loop in thread 'MainThread'.")`,
        'created',
      ]);
    });

    it('fails where the loop is closed, and closes the coroutine', () => {
      loop.close();
      const coro = five();
      const error = thrownBy(() => ensureFuture(coro, { loop }));
      expect([repr(error), coro.state]).to.deep.equal(["RuntimeError('Event loop is closed')", 'closed']);
    });
  });

  describe('given another awaitable', () => {
    it('makes a task that awaits it', () => {
      const task = ensureFuture(new GivesWay(), { loop }) as Task<number>;
      task.setName('T');
      expect([String(task), loop.runUntilComplete(task)]).to.deep.equal([
        "<Task pending name='T' coro=<_wrap_awaitable() running>>",
        8,
      ]);
    });

    it('gives what comes of that, be it by way of a coroutine or of a sleep', () => {
      class Through extends Awaitable<string> {
        constructor(private readonly coro: Coroutine<string>) {
          super();
        }
        [Symbol.iterator]() {
          return this.coro[Symbol.iterator]();
        }
      }
      const ok = coroutine(function* () {
        return 'ok';
      });
      for (const inner of [ok(), sleep(0, 'ok')]) {
        const task = ensureFuture(new Through(inner), { loop }) as Task<string>;
        loop.runUntilComplete(task);
        expect([task.done(), task.result(), iscoroutine(task.getCoro())]).to.deep.equal([true, 'ok', true]);
      }
    });
  });

  describe('given anything else', () => {
    it('raises a TypeError', () => {
      const notCalled = five;
      for (const junk of [5, 'x', null, undefined, [five()], {}, notCalled]) {
        expect(() => ensureFuture(junk as never, { loop })).to.throw(
          TypeError,
          'An asyncio.Future, a coroutine or an awaitable is required',
        );
      }
    });

    it('raises it before it looks for a loop', () => {
      setEventLoop(null);
      expect(() => ensureFuture('ok' as never)).to.throw(TypeError);
    });
  });
});
