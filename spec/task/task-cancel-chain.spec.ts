import { expect } from 'chai';
import { type CancelledError, EventLoop, type Future, repr, sleep, type Task, wait } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Task.cancel: where it goes, and what comes back', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('of a task that waits for another', () => {
    it('goes down to the innermost future at once, and comes up one iteration a task, with its message', () => {
      const future = loop.createFuture();
      let iteration = 0;
      const tick = () => {
        iteration += 1;
        loop.callSoon(tick);
      };
      function* level(name: string, inner: Future) {
        try {
          yield* inner;
        } catch (error) {
          log.note(`${name} ${repr(error)} in iteration ${iteration}`);
          throw error;
        }
      }
      const c = loop.createTask(level('c', future));
      const b = loop.createTask(level('b', c));
      const a = loop.createTask(level('a', b));
      runBriefly(loop);
      loop.callSoon(tick);
      a.cancel('m');
      log.note(`${future.cancelled()} ${[a, b, c].map((task) => task.cancelling())}`);
      expect(() => loop.runUntilComplete(a)).to.throw();
      expect(log.entries).to.deep.equal([
        'true 1,1,1@0',
        "c CancelledError('m') in iteration 1@0",
        "b CancelledError('m') in iteration 2@0",
        "a CancelledError('m') in iteration 3@0",
      ]);
    });

    it('does not disturb it where the other declines: it goes on waiting, and gets the result', () => {
      async function child() {
        try {
          await sleep(9);
        } catch {
          log.note('child declines');
        }
        await sleep(2);
        return 'result';
      }
      async function parent(task: Task<string>) {
        log.note(`parent got ${await task}`);
        await sleep(1);
        log.note('parent goes on');
      }
      function* main() {
        const inner = loop.createTask(child());
        const outer = loop.createTask(parent(inner));
        yield* sleep(1);
        outer.cancel();
        log.note(`asked ${outer.cancelling()} ${inner.cancelling()}`);
        yield* outer;
        log.note(`${outer.cancelled()} ${outer.cancelling()}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'asked 1 1@1',
        'child declines@1',
        'parent got result@3',
        'parent goes on@4',
        'false 1@4',
      ]);
    });
  });

  describe('the error of a cancelled task', () => {
    it('is the very one that ended it for the first who reads, and a fresh one without message after that', () => {
      let original: unknown;
      function* main() {
        try {
          yield* sleep(9);
        } catch (error) {
          original = error;
          throw error;
        }
      }
      const reads: ((task: Task) => unknown)[] = [
        (task) => loop.runUntilComplete(task),
        (task) => task.result(),
        (task) => task.exception(),
      ];
      for (const read of reads) {
        const task = loop.createTask(main());
        runBriefly(loop);
        task.cancel('msg');
        loop.runUntilComplete(wait([task]));
        for (let i = 0; i < 3; i++) {
          const error = thrownBy(() => read(task));
          log.note(`${repr(error)} ${error === original}`);
        }
      }
      const once = ["CancelledError('msg') true@0", 'CancelledError() false@0', 'CancelledError() false@0'];
      expect(log.entries).to.deep.equal([...once, ...once, ...once]);
    });

    it('keeps a message of any type', () => {
      const message = { reason: 'shutdown' };
      const task = loop.createTask(sleep(9));
      task.cancel(message);
      const error = thrownBy(() => loop.runUntilComplete(task)) as CancelledError;
      expect(error.args[0]).to.equal(message);
    });
  });
});
