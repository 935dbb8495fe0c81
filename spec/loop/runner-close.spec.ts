import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  createTask,
  DeadlockError,
  EventLoop,
  getEventLoop,
  getRunningLoop,
  Runner,
  setEventLoop,
  sleep,
  type Task,
} from '../../lib';
import { collectReports, Log, thrownBy } from '../support';

describe('Runner.close', () => {
  let loop: EventLoop;
  let log: Log;
  let runner: Runner;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    runner = new Runner({ loopFactory: () => loop });
  });

  afterEach(() => setEventLoop(undefined));

  const cleanUp = coroutine(function* cleanUp(name: string) {
    try {
      yield* sleep(100);
    } catch (error) {
      log.note(`${name} cancelled`);
      yield* sleep(1);
      log.note(`${name} cleaned up`);
      throw error;
    }
  });

  it('closes the loop, and makes none current', () => {
    const created = new Runner();
    const own = created.getLoop();
    created.close();
    expect(own.isClosed()).to.equal(true);
    expect(() => getEventLoop()).to.throw("There is no current event loop in thread 'MainThread'.");
  });

  it('changes nothing when called again, or before there is a loop', () => {
    runner.close();
    expect(runner.run(sleep(1, 'slept'))).to.equal('slept');
    runner.close();
    runner.close();
    expect(loop.isClosed()).to.equal(true);
  });

  it('is the end: nothing can be run any more', () => {
    runner.run(sleep(0));
    runner.close();
    for (const action of [() => runner.run(sleep(0)), () => runner.getLoop()]) {
      const error = thrownBy(action);
      expect([error.name, error.message]).to.deep.equal(['RuntimeError', 'Runner is closed']);
    }
  });

  it('cancels the tasks that are left, all at once, and waits for them', () => {
    const main = async () => {
      createTask(cleanUp('a'));
      createTask(cleanUp('b'));
      await sleep(1);
    };
    runner.run(main());
    runner.close();
    expect(log.entries).to.deep.equal(['a cancelled@1', 'b cancelled@1', 'a cleaned up@2', 'b cleaned up@2']);
  });

  it('then closes the asynchronous generators, and only then the loop', () => {
    const values = async function* () {
      try {
        yield 1;
      } finally {
        await sleep(1);
        log.note(`generator closed, the loop ${getRunningLoop().isClosed() ? 'too' : 'not'}`);
      }
    };
    const main = async () => {
      createTask(cleanUp('task'));
      await values().next();
    };
    runner.run(main());
    runner.close();
    expect([...log.entries, loop.isClosed()]).to.deep.equal([
      'task cancelled@0',
      'task cleaned up@1',
      'generator closed, the loop not@2',
      true,
    ]);
  });

  it('reports the tasks that fail meanwhile', () => {
    const reports = collectReports(loop);
    const error = new Error('broken');
    const fail = async () => {
      try {
        await sleep(100);
      } catch {
        throw error;
      }
    };
    const tasks: Task[] = [];
    const main = async () => {
      tasks.push(createTask(fail()));
      await sleep(0);
      return 'result';
    };
    expect(runner.run(main())).to.equal('result');
    runner.close();
    expect(reports).to.deep.equal([
      { message: 'unhandled exception during asyncio.run() shutdown', exception: error, task: tasks[0] },
    ]);
  });

  it('does not cancel what those tasks begin meanwhile: that ends pending', () => {
    const reports = collectReports(loop);
    const spawn = async () => {
      try {
        await sleep(100);
      } finally {
        createTask(cleanUp('spawned'), { name: 'spawned' });
      }
    };
    const main = async () => {
      createTask(spawn());
      await sleep(0);
    };
    runner.run(main());
    runner.close();
    expect(log.entries).to.deep.equal([]);
    expect(reports.map(({ message, task }) => [message, (task as Task).getName()])).to.deep.equal([
      ['Task was destroyed but it is pending!', 'spawned'],
    ]);
  });

  describe('while a task declines to end', () => {
    const stay = async () => {
      for (;;) {
        try {
          await loop.createFuture();
        } catch {
          log.note('declined');
        }
      }
    };

    it('raises DeadlockError instead of waiting for ever, and has closed the loop', () => {
      collectReports(loop);
      const main = async () => {
        createTask(stay());
        await sleep(1);
      };
      runner.run(main());
      expect(() => runner.close()).to.throw(DeadlockError);
      expect([log.entries, loop.isClosed()]).to.deep.equal([['declined@1'], true]);
    });
  });

  it('from a coroutine of the runner is refused, and the run goes on', () => {
    const main = async () => {
      const { message } = thrownBy(() => runner.close());
      try {
        await sleep(1);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
      }
      return message;
    };
    expect(runner.run(main())).to.equal('Cannot close a running event loop');
  });
});
