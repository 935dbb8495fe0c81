import { expect } from 'chai';
import {
  ContextVar,
  copyContext,
  createTask,
  EventLoop,
  getRunningLoop,
  newEventLoop,
  Runner,
  run,
  sleep,
} from '../../lib';
import { collectReports, thrownBy } from '../support';

describe('run, with a factory for its loop', () => {
  it('calls that once, without arguments, and runs on what it gives', () => {
    const loop = new EventLoop();
    const calls: unknown[][] = [];
    const loopFactory = (...args: unknown[]) => {
      calls.push(args);
      return loop;
    };
    const main = async () => getRunningLoop();
    expect([run(main(), { loopFactory }), calls, loop.isClosed()]).to.deep.equal([loop, [[]], true]);
  });

  it('takes newEventLoop for one', () => {
    const main = async () => getRunningLoop();
    expect(run(main(), { loopFactory: newEventLoop })).to.be.instanceOf(EventLoop);
  });
});

describe('run, when its coroutine fails', () => {
  it('closes the asynchronous generator of a task whose own cleanup fails', () => {
    const loop = new EventLoop();
    const log: string[] = [];
    loop.setExceptionHandler((_loop, { message, exception }) => log.push(`${message}: ${exception?.message}`));
    const ticks = async function* () {
      try {
        for (;;) {
          yield 1;
          await sleep(1);
        }
      } finally {
        log.push('generator closed');
      }
    };
    const left = ticks();
    const spin = async () => {
      try {
        for (;;) await left.next();
      } catch {
        throw new RangeError('of the task');
      }
    };
    const main = async () => {
      const task = createTask(spin());
      task.addDoneCallback(() => log.push(`task done: ${task.exception()}`));
      await sleep(5);
      throw new Error('of the program');
    };
    expect(thrownBy(() => run(main(), { loopFactory: () => loop })).message).to.equal('of the program');
    expect(log).to.deep.equal([
      'generator closed',
      'task done: RangeError: of the task',
      'unhandled exception during asyncio.run() shutdown: of the task',
    ]);
  });
});

describe('Runner.run', () => {
  let runner: Runner;

  beforeEach(() => {
    runner = new Runner({ loopFactory: () => new EventLoop() });
  });

  afterEach(() => runner.close());

  it('in a coroutine of the same runner throws, out of the outer run where nobody catches it, and its coroutine is never awaited', () => {
    const reports = collectReports(runner.getLoop());
    const main = async () => runner.run(sleep(0));
    const error = thrownBy(() => runner.run(main()));
    expect(String(error)).to.equal('RuntimeError: Runner.run() cannot be called from a running event loop');
    runner.close();
    expect(reports.map(({ message }) => message)).to.deep.equal(["coroutine 'sleep' was never awaited"]);
  });

  it('finds what the run before has set, from its first step to a copy of its context', () => {
    const variable = new ContextVar('variable', { default: -1 });
    const exchange = async (value: number) => {
      const before = variable.get();
      await sleep(0);
      variable.set(value);
      return before;
    };
    const context = async () => copyContext();
    const found = [runner.run(exchange(1)), runner.run(exchange(2)), runner.run(context()).get(variable)];
    expect(found).to.deep.equal([-1, 1, 2]);
  });

  it('does not have the result shown', () => {
    let shown = 0;
    class Result {
      toString(): string {
        shown += 1;
        return 'result';
      }
    }
    const main = async () => new Result();
    expect([runner.run(main()) instanceof Result, shown]).to.deep.equal([true, 0]);
  });
});
