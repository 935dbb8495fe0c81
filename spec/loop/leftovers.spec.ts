import { expect } from 'chai';
import {
  asCompleted,
  type Coroutine,
  coroutine,
  createTask,
  EventLoop,
  gather,
  getRunningLoop,
  Lock,
  Runner,
  run,
  sleep,
  type Task,
  toThread,
  wait,
} from '../../lib';
import { collectReports, thrownBy } from '../support';
import { loggedBy } from './captured-log';

describe('A coroutine that nobody awaits', () => {
  let loop: EventLoop;
  let reports: Record<string, unknown>[];

  const hello = coroutine(function* hello() {
    yield* sleep(1);
  });

  beforeEach(() => {
    loop = new EventLoop();
    reports = collectReports(loop);
  });

  /** Run `main`, close the loop, and give the messages of what was reported. */
  function messagesOf(main: () => unknown): unknown[] {
    loop.runUntilComplete((async () => main())());
    loop.close();
    return reports.map(({ message }) => message);
  }

  describe('is reported when the loop is closed', () => {
    it('by its name, with the coroutine', () => {
      let forgotten: Coroutine<void> | undefined;
      messagesOf(() => {
        forgotten = hello();
      });
      expect(reports).to.deep.equal([{ message: "coroutine 'hello' was never awaited", coroutine: forgotten }]);
    });

    it('of an async function without its name, which JavaScript does not tell', () => {
      const goodbye = async () => {};
      expect(messagesOf(() => void goodbye())).to.deep.equal(["coroutine 'async_function' was never awaited"]);
    });

    it("of the library's own, too: a sleep without await is no sleep", () => {
      const messages = messagesOf(() => {
        sleep(1);
        new Lock().acquire();
      });
      expect(messages).to.deep.equal([
        "coroutine 'sleep' was never awaited",
        "coroutine 'Lock.acquire' was never awaited",
      ]);
    });

    it('with those that it was given: they were not awaited either', () => {
      expect(messagesOf(() => void wait([hello(), hello()]))).to.deep.equal([
        "coroutine 'hello' was never awaited",
        "coroutine 'hello' was never awaited",
        "coroutine 'wait' was never awaited",
      ]);
    });

    it('made by a callback, or in a thread', () => {
      const main = coroutine(function* main() {
        getRunningLoop().callSoon(hello);
        yield* toThread(() => void sleep(1));
      });
      loop.runUntilComplete(main());
      loop.close();
      expect(reports.map(({ message }) => message)).to.deep.equal([
        "coroutine 'hello' was never awaited",
        "coroutine 'sleep' was never awaited",
      ]);
    });

    it('from a loop that was left before its end', () => {
      const messages = messagesOf(() => {
        for (const result of asCompleted([sleep(1, 'first')])) return void result;
      });
      expect(messages).to.contain("coroutine 'AsCompleted.next' was never awaited");
    });

    it('one of many, of which the others were awaited', () => {
      const main = coroutine(function* main() {
        for (let n = 0; n < 500; n++) yield* sleep(0);
        sleep(1);
        for (let n = 0; n < 500; n++) yield* sleep(0);
      });
      loop.runUntilComplete(main());
      loop.close();
      expect(reports).to.have.length(1);
    });

    it('by the loop that ran when it was made, whichever runs later', () => {
      const other = new EventLoop();
      const ofOther = collectReports(other);
      loop.runUntilComplete((async () => void hello())());
      other.runUntilComplete(sleep(1));
      other.close();
      expect(ofOther).to.deep.equal([]);
      loop.close();
      expect(reports).to.have.length(1);
    });

    it('once', () => {
      messagesOf(hello);
      loop.close();
      expect(reports).to.have.length(1);
    });
  });

  describe('is not reported', () => {
    it('when it was closed', () => {
      expect(messagesOf(() => hello().close())).to.deep.equal([]);
    });

    it('when it was thrown into before it began', () => {
      expect(messagesOf(() => thrownBy(() => hello().throw(new Error('thrown in'))))).to.deep.equal([]);
    });

    it('when it was begun, though it never ends', () => {
      expect(messagesOf(() => void hello().send(undefined))).to.deep.equal([]);
    });

    it('when its task was cancelled before its first step', () => {
      expect(messagesOf(() => void createTask(hello()).cancel())).to.deep.equal([]);
    });

    it('when it is awaited at last, on another loop', () => {
      let made: Coroutine<void> | undefined;
      const make = async () => {
        made = hello();
      };
      loop.runUntilComplete(make());
      new EventLoop().runUntilComplete(made as Coroutine<void>);
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it("when it was made while no loop ran: it is nobody's to report", () => {
      hello();
      loop.runUntilComplete(sleep(1));
      hello();
      loop.close();
      expect(reports).to.deep.equal([]);
    });

    it('when it is a plain generator, which nobody sees being made', () => {
      const plain = function* () {
        yield* sleep(1);
      };
      expect(messagesOf(() => void plain())).to.deep.equal([]);
    });
  });

  describe('of a task that was never begun', () => {
    it('is reported, and so is the task', () => {
      loop.callSoon(() => createTask(hello(), { name: 'early' }));
      loop.runOnce();
      loop.close();
      expect(reports.map(({ message, task }) => [message, (task as Task | undefined)?.getName()])).to.deep.equal([
        ["coroutine 'hello' was never awaited", undefined],
        ['Task was destroyed but it is pending!', 'early'],
      ]);
    });

    it('is reported of a plain generator as well: the task has made it a coroutine', () => {
      const plain = function* () {
        yield* sleep(1);
      };
      loop.callSoon(() => createTask(plain()));
      loop.runOnce();
      loop.close();
      expect(reports.map(({ message }) => message)).to.deep.equal([
        'Task was destroyed but it is pending!',
        "coroutine 'generator' was never awaited",
      ]);
    });

    it('is reported without the task where gather made that, which complains of none', () => {
      loop.callSoon(() => gather([hello()]));
      loop.runOnce();
      loop.close();
      expect(reports.map(({ message }) => message)).to.deep.equal(["coroutine 'hello' was never awaited"]);
    });
  });

  it('is logged by run, at its end', () => {
    const main = async () => {
      hello();
      await sleep(1);
    };
    expect(loggedBy(() => run(main()))).to.deep.equal([
      "coroutine 'hello' was never awaited\ncoroutine: <coroutine object hello>",
    ]);
  });

  it('is reported by Runner.close, of all its runs', () => {
    const runner = new Runner({ loopFactory: () => loop });
    runner.run((async () => void hello())());
    runner.run((async () => void sleep(1))());
    expect(reports).to.deep.equal([]);
    runner.close();
    expect(reports.map(({ message }) => message)).to.deep.equal([
      "coroutine 'hello' was never awaited",
      "coroutine 'sleep' was never awaited",
    ]);
  });
});
