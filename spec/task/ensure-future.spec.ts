import { expect } from 'chai';
import { Awaitable, coroutine, EventLoop, ensureFuture, type Future, repr, setEventLoop, Task } from '../../lib';
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
      });
    }

    it('makes it on the running loop', () => {
      function* main() {
        return ensureFuture(five()).getLoop();
      }
      expect(loop.runUntilComplete(main())).to.equal(loop);
    });

    it('makes it on the current loop where none is running', () => {
      setEventLoop(loop);
      const task = ensureFuture(five());
      setEventLoop(null);
      expect(task.getLoop()).to.equal(loop);
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

    it('says of a native promise how to compile async functions', () => {
      const { message } = thrownBy(() => ensureFuture(Promise.resolve(1), { loop }));
      expect(message).to.match(
        /^An asyncio.Future, a coroutine or an awaitable is required: it is a native promise.*noEmitHelpers/,
      );
    });
  });
});
