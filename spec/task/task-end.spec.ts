import { expect } from 'chai';
import {
  BaseException,
  CancelledError,
  type Coroutine,
  contextOf,
  EventLoop,
  Future,
  GeneratorExit,
  InvalidStateError,
  KeyboardInterrupt,
  RuntimeError,
  repr,
  SystemExit,
  sleep,
  Task,
  ValueError,
  wait,
} from '../../lib';
import { collectReports, Log, runBriefly, thrownBy } from '../support';

describe('Task: how it ends', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  function* raise(error: unknown) {
    yield;
    throw error;
  }

  describe('when the coroutine returns', () => {
    it('is done, on the loop it was made for, with what that coroutine made of others', () => {
      async function inner1() {
        return 42;
      }
      function* inner2() {
        return 1000;
      }
      async function outer() {
        const a = await inner1();
        const b = (await inner2()) as unknown as number;
        return a + b;
      }
      function* generator() {
        return ((yield* inner1() as unknown as Coroutine<number>) + (yield* inner2())) as number;
      }
      const other = new EventLoop();
      for (const make of [outer, generator]) {
        const tasks = [loop, other].map((each) => new Task<number>(make(), { loop: each }));
        const results = tasks.map((task, i) => [loop, other][i]?.runUntilComplete(task));
        expect([results, tasks.map((task) => task.getLoop())]).to.deep.equal([
          [1042, 1042],
          [loop, other],
        ]);
        expect(tasks.map((task) => [task.done(), task.result()])).to.deep.equal([
          [true, 1042],
          [true, 1042],
        ]);
      }
    });

    it('still gives the coroutine that it was made of', () => {
      for (const coro of [raise(new Error('v')), sleep(0)]) {
        const task = loop.createTask(coro);
        loop.runUntilComplete(wait([task]));
        expect(task.getCoro()).to.equal(coro);
      }
    });

    it('has the value as its result', () => {
      async function main() {
        await sleep(1);
        return 5;
      }
      const task = loop.createTask(main());
      loop.runUntilComplete(task);
      expect(task.result()).to.equal(5);
    });

    it('runs what the last step scheduled before the done-callbacks', () => {
      function* main() {
        loop.callSoon(() => log.note('scheduled in the last step'));
        yield* [];
      }
      const task = loop.createTask(main());
      task.addDoneCallback(() => log.note('done'));
      runBriefly(loop, 2);
      expect(log.entries).to.deep.equal(['scheduled in the last step@0', 'done@0']);
    });
  });

  describe('when the coroutine throws', () => {
    it('has the error as its exception', () => {
      const error = new Error('v');
      const task = loop.createTask(raise(error));
      expect(thrownBy(() => loop.runUntilComplete(task))).to.equal(error);
      expect([task.cancelled(), task.exception()]).to.deep.equal([false, error]);
    });

    it('has the error of an async function as its exception', () => {
      const error = new Error('v');
      async function main() {
        await sleep(1);
        throw error;
      }
      const task = loop.createTask(main());
      expect(thrownBy(() => loop.runUntilComplete(task))).to.equal(error);
    });

    it('is cancelled by a CancelledError, even if nobody asked', () => {
      const task = loop.createTask(raise(new CancelledError('c')));
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect([repr(error), task.cancelled(), task.cancelling()]).to.deep.equal(["CancelledError('c')", true, 0]);
    });

    for (const error of [new SystemExit(3), new KeyboardInterrupt()]) {
      it(`lets ${error.name} out of the loop at once, and has it as its exception`, () => {
        const task = loop.createTask(raise(error));
        runBriefly(loop);
        loop.callSoon(() => log.note('not run'));
        expect(thrownBy(() => loop.runForever())).to.equal(error);
        expect([task.exception(), log.entries]).to.deep.equal([error, []]);
      });
    }

    it('has any other BaseException as its exception, and the loop goes on', () => {
      const errors = [new GeneratorExit(), new BaseException('b')];
      const tasks = errors.map((error) => loop.createTask(raise(error)));
      runBriefly(loop, 3);
      expect(tasks.map((task) => task.exception())).to.deep.equal(errors);
    });

    it('knows no context of an error that it awaits while it handles another: a catch block is not seen from outside', () => {
      async function main() {
        try {
          throw new RuntimeError('handled');
        } catch {
          await loop.createTask(raise(new ValueError('awaited')));
        }
      }
      const error = thrownBy(() => loop.runUntilComplete(main()));
      expect([repr(error), contextOf(error)]).to.deep.equal(["ValueError('awaited')", undefined]);
    });

    it('makes an error of what is none', () => {
      const task = loop.createTask(raise(5));
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect([error.name, error.cause]).to.deep.equal(['TypeError', 5]);
    });
  });

  describe('from outside', () => {
    it('cannot be given a result, nor an exception', () => {
      const task = loop.createTask(raise(new Error('v')));
      const texts = [() => task.setResult(undefined as never), () => task.setException(new Error())].map((set) =>
        repr(thrownBy(set)),
      );
      task.cancel();
      runBriefly(loop);
      expect(texts).to.deep.equal([
        "RuntimeError('Task does not support set_result operation')",
        "RuntimeError('Task does not support set_exception operation')",
      ]);
    });

    it('has its own result in the end, though others tried to set one', () => {
      async function notMuch() {
        return 'ko';
      }
      const task = loop.createTask(notMuch());
      expect(() => task.setResult('ok')).to.throw(RuntimeError, 'not support set_result');
      expect(() => task.setException(new ValueError())).to.throw(RuntimeError, 'not support set_exception');
      expect(loop.runUntilComplete(task)).to.equal('ko');
    });
  });

  describe('by force, from outside', () => {
    async function work() {
      await sleep(0.1);
      return 10;
    }

    for (const [what, force, expected] of [
      ['a result', (task: Task<number>) => Future.prototype.setResult.call(task, 'spam'), "'spam'"],
      ['an exception', (task: Task<number>) => Future.prototype.setException.call(task, new Error('v')), "Error('v')"],
    ] as const) {
      it(`given ${what}, as a mere future takes it, ends so, and reports the step that comes too late`, () => {
        const reports = collectReports(loop);
        const task = loop.createTask(work());
        force(task);
        expect(outcomeOf(task)).to.equal(expected);
        expect(
          reports.map(({ exception }) => [exception instanceof InvalidStateError, String(exception)]),
        ).to.deep.equal([[true, `InvalidStateError: _step(): already done: ${task} undefined`]]);
      });
    }

    function outcomeOf(task: Task<unknown>): string {
      try {
        return repr(loop.runUntilComplete(task));
      } catch (error) {
        return repr(error);
      }
    }
  });

  describe('when it is woken once more', () => {
    it('does not step, but reports an InvalidStateError', () => {
      class WakesTwice extends Future<number> {
        override addDoneCallback(...args: Parameters<Future['addDoneCallback']>): void {
          super.addDoneCallback(...args);
          super.addDoneCallback(...args);
        }
      }
      const reports = collectReports(loop);
      const future = new WakesTwice(loop);
      async function main() {
        return await future;
      }
      const task = loop.createTask(main(), { name: 'T' });
      runBriefly(loop);
      future.setResult(1);
      runBriefly(loop);
      expect(reports.map(({ message, exception }) => [message, String(exception)])).to.deep.equal([
        ['Exception in callback Task.task_wakeup()', `InvalidStateError: _step(): already done: ${task} undefined`],
      ]);
    });
  });
});
