import { expect } from 'chai';
import { coroutine, EventLoop, type Future, logger, type Task, wait } from '../../lib';
import { runBriefly } from '../support';

describe('Task.getStack, Task.printStack', () => {
  let loop: EventLoop;
  let future: Future<number>;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture<number>();
  });

  const inner = coroutine(function* inner() {
    return yield* future;
  });

  const outer = coroutine(function* outer() {
    return yield* inner();
  });

  const failing = coroutine(function* failing(): Generator<unknown, void, unknown> {
    yield;
    throw new Error('v');
  });

  const failsInside = coroutine(function* failsInside() {
    yield* failing();
  });

  const names = (task: Task, limit?: number) => task.getStack({ limit }).map((frame) => frame.name);

  function printed(task: Task, limit?: number): string {
    let text = '';
    task.printStack({ limit, file: { write: (part) => (text += part) } });
    return text.replaceAll(/ at [^> ]*:\d+/g, ' at HERE').replaceAll(/"[^"]*", line \d+/g, 'HERE');
  }

  describe('of a task that waits', () => {
    let task: Task<number>;

    beforeEach(() => {
      task = loop.createTask(outer(), { name: 'T' });
      runBriefly(loop);
    });

    it('has only the outermost of its calls', () => {
      expect(names(task)).to.deep.equal(['outer']);
    });

    it('says in which file and line it waits', () => {
      const [frame] = task.getStack();
      expect([frame?.file, typeof frame?.line]).to.deep.equal([__filename, 'number']);
    });

    it('prints it below a header', () => {
      expect(printed(task)).to.equal(
        `Stack for <Task pending name='T' coro=<outer() running at HERE> ` +
          'wait_for=<Future pending cb=[Task.task_wakeup()]>> (most recent call last):\n' +
          '  File HERE, in outer\n',
      );
    });

    it('has nothing with a limit of 0', () => {
      expect(names(task, 0)).to.deep.equal([]);
    });

    it('leaves it as it was', () => {
      task.getStack();
      future.setResult(5);
      expect(loop.runUntilComplete(task)).to.equal(5);
    });
  });

  describe('of the task that runs', () => {
    const ask = (limit?: number) => {
      let found: string[] = [];
      function* asks() {
        found = names(task, limit);
      }
      function* main() {
        yield* asks();
      }
      const task: Task = loop.createTask(main());
      loop.runUntilComplete(task);
      return found;
    };

    it('has the calls that led here, oldest first', () => {
      expect(ask().slice(-3)).to.deep.equal(['main', 'asks', 'names']);
    });

    it('has the newest with a limit', () => {
      expect(ask(2)).to.deep.equal(['asks', 'names']);
    });
  });

  describe('of a task that failed', () => {
    let task: Task<void>;

    beforeEach(() => {
      task = loop.createTask(failsInside(), { name: 'D' });
      loop.runUntilComplete(wait([task]));
    });

    it('has the calls of its exception, oldest first', () => {
      expect(names(task).slice(-2)).to.deep.equal(['failsInside', 'failing']);
    });

    it('prints them as a traceback, with the exception', () => {
      expect(printed(task)).to.match(
        /^Traceback for <Task finished name='D' coro=<failsInside\(\) done> exception=Error\('v'\)> \(most recent call last\):\n( {2}File HERE, in .*\n)* {2}File HERE, in failsInside\n {2}File HERE, in failing\nError: v\n$/,
      );
    });

    it('has the oldest with a limit', () => {
      expect(names(task, 1)).to.deep.equal(names(task).slice(0, 1));
    });

    it('does not count as having retrieved the exception', () => {
      const failed = loop.createTask(failing());
      runBriefly(loop, 2);
      failed.getStack();
      expect(failed.logTraceback).to.equal(true);
    });
  });

  describe('of a task that returned, or was cancelled', () => {
    it('has nothing', () => {
      const returned = loop.createTask(outer());
      const cancelled = loop.createTask(outer());
      cancelled.cancel();
      future.setResult(1);
      loop.runUntilComplete(wait([returned, cancelled]));
      expect([names(returned), names(cancelled)]).to.deep.equal([[], []]);
    });

    it('prints that there is none', () => {
      const task = loop.createTask(outer(), { name: 'D' });
      future.setResult(1);
      loop.runUntilComplete(task);
      expect(printed(task)).to.equal("No stack for <Task finished name='D' coro=<outer() done> result=1>\n");
    });

    it('prints to the log unless told otherwise', () => {
      const { write } = logger;
      const lines: string[] = [];
      logger.write = (text) => lines.push(text);
      try {
        const task = loop.createTask(outer(), { name: 'D' });
        task.cancel();
        runBriefly(loop);
        task.printStack();
      } finally {
        logger.write = write;
      }
      expect(lines).to.deep.equal(["No stack for <Task cancelled name='D' coro=<outer() done>>"]);
    });
  });
});
