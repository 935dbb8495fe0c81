import { expect } from 'chai';
import {
  type CancelledError,
  contextOf,
  coroutine,
  createTask,
  EventLoop,
  gather,
  repr,
  sleep,
  type Task,
  ValueError,
  wait,
} from '../../lib';
import { thrownBy } from '../support';

describe('Task.cancel: its message', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** The arguments of a cancel, and what the CancelledError is made of then. */
  const CASES: [args: unknown[], expected: unknown[]][] = [
    [[], []],
    [[null], []],
    [['my message'], ['my message']],
    [[5], [5]],
  ];

  const shown = (args: unknown[]): string => `cancel(${args.map(repr).join()})`;

  /** Run `main` to its end by a CancelledError: what that was made of, and what it was raised in the handling of. */
  function endOf(main: PromiseLike<unknown>): [args: readonly unknown[], context: Error | undefined] {
    const error = thrownBy(() => loop.runUntilComplete(main)) as CancelledError;
    return [error.args, contextOf(error)];
  }

  async function sleeper() {
    await sleep(10);
  }

  it('is none before, is kept with the task, and is that of the error', () => {
    const task = loop.createTask(sleeper());
    const before = task.cancelMessage;
    task.cancel('my message');
    expect([before, task.cancelMessage, ...endOf(task)]).to.deep.equal([
      undefined,
      'my message',
      ['my message'],
      undefined,
    ]);
  });

  it('can be changed until the error is thrown', () => {
    const task = loop.createTask(sleeper());
    task.cancel('my message');
    task.cancelMessage = 'my new message';
    expect([task.cancelMessage, ...endOf(task)]).to.deep.equal(['my new message', ['my new message'], undefined]);
  });

  describe('in the task that waited for the end of the cancelled one', () => {
    const reads: [string, (task: Task<void>) => unknown][] = [
      ['its result', (task) => task.result()],
      ['its exception', (task) => task.exception()],
    ];

    for (const [what, read] of reads) {
      it(`comes out of asking for ${what}, of whatever type it is, with no error behind it`, () => {
        for (const [args, expected] of CASES) {
          const main = async () => {
            const task = createTask(sleeper());
            await sleep(0);
            task.cancel(...args);
            await wait([task]);
            read(task);
          };
          expect(endOf(loop.createTask(main())), shown(args)).to.deep.equal([expected, undefined]);
        }
      });

      it(`comes out of asking a generator's task for ${what}, likewise`, () => {
        for (const [args, expected] of CASES) {
          const main = coroutine(function* () {
            const task = createTask(
              (function* () {
                yield* sleep(10);
              })(),
            );
            yield* sleep(0);
            task.cancel(...args);
            yield* wait([task]);
            read(task);
          });
          expect(endOf(loop.createTask(main())), shown(args)).to.deep.equal([expected, undefined]);
        }
      });
    }

    it('comes also from a task that was cancelled before its first step', () => {
      const main = async () => {
        const task = createTask(sleeper());
        task.cancel('my message');
        await wait([task]);
        task.exception();
      };
      expect(endOf(loop.createTask(main()))).to.deep.equal([['my message'], undefined]);
    });

    it('is in the CancelledError behind the error that is raised in its place', () => {
      const asleep = loop.createFuture<void>();
      const inner = async () => {
        asleep.setResult();
        await sleep(10);
      };
      const main = async () => {
        const task = createTask(inner());
        await asleep;
        loop.callSoon(() => task.cancel('msg'));
        try {
          await task;
        } catch (error) {
          throw new ValueError('cancelled', { cause: error });
        }
      };
      const error = thrownBy(() => loop.runUntilComplete(main()));
      const behind = contextOf(error) as CancelledError;
      expect([repr(error), repr(behind), contextOf(behind)]).to.deep.equal([
        "ValueError('cancelled')",
        "CancelledError('msg')",
        undefined,
      ]);
      expect(error.cause).to.equal(behind);
    });
  });

  it('comes through a gather that gives exceptions as results, one of many in a row', () => {
    for (const [args, expected] of CASES) {
      loop = new EventLoop();
      const gathersOnAndOn = async () => {
        for (let i = 0; i < 21; i++) await gather([sleep(0.05)], { returnExceptions: true });
      };
      const main = async () => {
        const task = createTask(gathersOnAndOn());
        await sleep(0.2);
        task.cancel(...args);
        await task;
      };
      expect(endOf(main()), shown(args)).to.deep.equal([expected, undefined]);
      expect(loop.time()).to.equal(0.2);
    }
  });
});
