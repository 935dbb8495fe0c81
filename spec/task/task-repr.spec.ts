import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { Awaitable, CancelledError, coroutine, EventLoop, type Future, wait } from '../../lib';
import { runBriefly } from '../support';

/** The line of this file that ends in the comment `text`. */
function lineOf(text: string): number {
  const lines = readFileSync(__filename, 'utf8').split('\n');
  return lines.findIndex((line) => line.endsWith(text)) + 1;
}

describe('Task: how it is shown', () => {
  let loop: EventLoop;
  let future: Future<number>;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture<number>();
  });

  const hello = coroutine(function* hello() {
    return yield* future; // hello waits
  });

  const at = (text: string) => `${__filename}:${lineOf(text)}`;

  describe('while it is not done', () => {
    it('before its first step: the name, and the coroutine', () => {
      const task = loop.createTask(hello(), { name: 'T' });
      expect(String(task)).to.equal("<Task pending name='T' coro=<hello() running>>");
    });

    it('while it waits: also where, and for what', () => {
      const task = loop.createTask(hello(), { name: 'T' });
      runBriefly(loop);
      expect(String(task)).to.equal(
        `<Task pending name='T' coro=<hello() running at ${at('// hello waits')}> ` +
          'wait_for=<Future pending cb=[Task.task_wakeup()]>>',
      );
    });

    it('while it waits for another task: that task, too', () => {
      function* outer() {
        return yield* loop.createTask(hello(), { name: 'C' }); // outer waits
      }
      const task = loop.createTask(outer(), { name: 'W' });
      runBriefly(loop, 2);
      expect(String(task)).to.equal(
        `<Task pending name='W' coro=<outer() running at ${at('// outer waits')}> ` +
          `wait_for=<Task pending name='C' coro=<hello() running at ${at('// hello waits')}> ` +
          'wait_for=<Future pending cb=[Task.task_wakeup()]> cb=[Task.task_wakeup()]>>',
      );
    });

    it('with its callbacks: two, and of more the first and the last', () => {
      const task = loop.createTask(hello(), { name: 'T' });
      function first() {}
      function last() {}
      task.addDoneCallback(first);
      task.addDoneCallback(last);
      const two = String(task);
      task.addDoneCallback(first);
      task.addDoneCallback(last);
      expect([two, String(task)]).to.deep.equal([
        "<Task pending name='T' coro=<hello() running> cb=[first(), last()]>",
        "<Task pending name='T' coro=<hello() running> cb=[first(), <2 more>, last()]>",
      ]);
    });

    it('as cancelling, once it was asked to cancel', () => {
      const task = loop.createTask(hello(), { name: 'U' });
      task.cancel();
      expect(String(task)).to.equal("<Task cancelling name='U' coro=<hello() running>>");
    });

    it('as pending again, once the request is taken back', () => {
      const task = loop.createTask(hello(), { name: 'U' });
      task.cancel();
      task.uncancel();
      expect(String(task)).to.equal("<Task pending name='U' coro=<hello() running>>");
    });

    it('with no name for an async function: JavaScript does not tell', () => {
      async function greet() {
        await future;
      }
      const task = loop.createTask(greet(), { name: 'T' });
      expect(String(task)).to.equal("<Task pending name='T' coro=<async_function() running>>");
    });

    it('with where its coroutine was created, in debug mode', () => {
      loop.setDebug(true);
      let text = '';
      function* main() {
        const task = loop.createTask(hello(), { name: 'T' }); // created here
        text = String(task);
        task.cancel();
        yield* wait([task]);
      }
      loop.runUntilComplete(main());
      expect(text).to.equal(
        `<Task pending name='T' coro=<hello() running, created at ${at('// created here')}> ` +
          `created at ${at('// created here')}>`,
      );
    });
  });

  it('from its making to its end: the callbacks are there until it is done', () => {
    const notMuch = coroutine(function* notMuch() {
      return 'abc';
    });
    const task = loop.createTask(notMuch(), { name: 'TestTask' });
    task.addDoneCallback(function dummy() {});
    const texts = [String(task)];
    task.cancel(); // takes no effect at once
    texts.push(String(task));
    expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
    texts.push(String(task));
    const finished = loop.createTask(notMuch(), { name: 'TestTask' });
    loop.runUntilComplete(finished);
    texts.push(String(finished));
    expect(texts).to.deep.equal([
      "<Task pending name='TestTask' coro=<notMuch() running> cb=[dummy()]>",
      "<Task cancelling name='TestTask' coro=<notMuch() running> cb=[dummy()]>",
      "<Task cancelled name='TestTask' coro=<notMuch() done>>",
      "<Task finished name='TestTask' coro=<notMuch() done> result='abc'>",
    ]);
  });

  describe('once it is done', () => {
    it('with its result', () => {
      const task = loop.createTask(hello(), { name: 'T' });
      future.setResult(5);
      loop.runUntilComplete(task);
      expect(String(task)).to.equal("<Task finished name='T' coro=<hello() done> result=5>");
    });

    it('with its exception, and a name in the quotes that it needs', () => {
      const task = loop.createTask(hello(), { name: "it's" });
      future.setException(new Error('v'));
      loop.runUntilComplete(wait([task]));
      expect(String(task)).to.equal(`<Task finished name="it's" coro=<hello() done> exception=Error('v')>`);
    });

    it('as cancelled', () => {
      const task = loop.createTask(hello(), { name: 'U' });
      task.cancel();
      runBriefly(loop);
      expect(String(task)).to.equal("<Task cancelled name='U' coro=<hello() done>>");
    });

    it('without its coroutine, if it was done within an eager first step', () => {
      future.setResult(5);
      let text = '';
      loop.callSoon(() => {
        text = String(loop.createTask(hello(), { name: 'T', eagerStart: true }));
      });
      runBriefly(loop);
      expect(text).to.equal("<Task finished name='T' result=5>");
    });
  });

  describe('however often', () => {
    it('goes on as if it had not been', () => {
      const task = loop.createTask(hello());
      runBriefly(loop);
      for (let i = 0; i < 3; i++) String(task);
      future.setResult(5);
      expect(loop.runUntilComplete(task)).to.equal(5);
    });

    it('runs none of what an awaitable of its own does when resumed', () => {
      class Impatient extends Awaitable<number> {
        *[Symbol.iterator]() {
          future.asyncioFutureBlocking = true;
          yield future;
          return future.result();
        }
      }
      const task = loop.createTask(
        (function* () {
          return yield* new Impatient();
        })(),
      );
      runBriefly(loop);
      String(task);
      future.setResult(5);
      expect(loop.runUntilComplete(task)).to.equal(5);
    });
  });
});
