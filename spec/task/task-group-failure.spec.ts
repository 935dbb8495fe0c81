import { expect } from 'chai';
import {
  asyncWith,
  BaseException,
  BaseExceptionGroup,
  CancelledError,
  currentTask,
  EventLoop,
  type ExceptionGroup,
  sleep,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

class OwnBaseException extends BaseException {}

describe('TaskGroup: failure', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const cancelling = () => currentTask()?.cancelling();
  const groupThrown = (main: Generator<unknown, unknown, unknown>): ExceptionGroup =>
    thrownBy(() => loop.runUntilComplete(main as Generator<undefined, unknown, unknown>)) as ExceptionGroup;
  const showOne = (error: Error) => `${error.constructor.name}: ${error.message}`;
  const show = (error: unknown) =>
    error instanceof BaseExceptionGroup ? `${error.name}: ${error.errors.map(showOne).join(', ')}` : String(error);

  /** A child that fails after `delay` seconds. */
  async function fails(delay: number, error: Error = new ValueError(`after ${delay}`)) {
    await sleep(delay);
    throw error;
  }

  /** A child that notes when it is cancelled, needs `delay` seconds to clean up, and then fails with `error`, if any. */
  async function waits(name: string, delay = 0, error?: Error) {
    try {
      await sleep(9);
    } catch (cancelled) {
      log.note(`${name} cancelled`);
      await sleep(delay);
      throw error ?? cancelled;
    }
  }

  describe('of a task', () => {
    it('cancels the others, and when they have ended comes out in an ExceptionGroup', () => {
      const tasks: { cancelled(): boolean }[] = [];
      const main = asyncWith(new TaskGroup(), function* (group) {
        group.createTask(fails(1));
        tasks.push(group.createTask(waits('other', 2)));
      });
      expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: after 1');
      expect([...log.entries, tasks[0]?.cancelled(), loop.time()]).to.deep.equal(['other cancelled@1', true, 3]);
    });

    it('says how many errors there were', () => {
      const error = groupThrown(
        asyncWith(new TaskGroup(), function* (group) {
          for (let i = 0; i < 2; i++) group.createTask(fails(1));
        }),
      );
      expect([error.message, String(error), error.cause]).to.deep.equal([
        'unhandled errors in a TaskGroup',
        'unhandled errors in a TaskGroup (2 sub-exceptions)',
        undefined,
      ]);
    });

    it('calls the body out of what it waits for, by a cancellation that counts', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        for (let i = 0; i < 3; i++) group.createTask(fails(1));
        group.createTask(waits('other'));
        try {
          await sleep(9);
        } catch (error) {
          log.note(`body ${(error as CancelledError).name} ${(error as CancelledError).args.length} ${cancelling()}`);
          throw error;
        }
      });
      expect(show(groupThrown(main))).to.equal(
        'ExceptionGroup: ValueError: after 1, ValueError: after 1, ValueError: after 1',
      );
      expect(log.entries).to.deep.equal(['other cancelled@1', 'body CancelledError 0 1@1']);
    });

    it('lets a body that catches the cancellation go on, and comes out at its end', () => {
      async function main() {
        try {
          await asyncWith(new TaskGroup(), async (group) => {
            group.createTask(fails(1));
            try {
              await sleep(9);
            } catch {
              log.note(`caught, cancelling ${cancelling()}`);
            }
            await sleep(1);
            log.note(`goes on in ${group}`);
          });
        } catch (error) {
          log.note(`${show(error)}, cancelling ${cancelling()}`);
        }
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'caught, cancelling 1@1',
        'goes on in <TaskGroup errors=1 cancelling>@2',
        'ExceptionGroup: ValueError: after 1, cancelling 0@2',
      ]);
    });

    for (const [where, delay] of [
      ['in the body', 9],
      ['on leaving', 0],
    ] as const) {
      it(`while the parent waits ${where}, leaves no cancellation behind`, () => {
        async function main() {
          try {
            await asyncWith(new TaskGroup(), async (group) => {
              group.createTask(fails(1));
              await sleep(delay);
            });
          } catch (error) {
            log.note(`${show(error)}, cancelling ${cancelling()}`);
          }
          await sleep(1);
          log.note('goes on');
        }
        loop.runUntilComplete(main());
        expect(log.entries).to.deep.equal(['ExceptionGroup: ValueError: after 1, cancelling 0@1', 'goes on@2']);
      });
    }

    it('stops those that go on to make others', () => {
      let begun = 0;
      async function hydra(group: TaskGroup): Promise<void> {
        begun += 1;
        await sleep(1);
        for (let i = 0; i < 2; i++) group.createTask(hydra(group));
      }
      const main = asyncWith(new TaskGroup(), function* (group) {
        group.createTask(hydra(group));
        group.createTask(fails(3.5));
      });
      expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: after 3.5');
      expect([begun, loop.time()]).to.deep.equal([15, 3.5]);
    });

    it('by a BaseException comes out in a BaseExceptionGroup', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(fails(1, new OwnBaseException('child')));
        await waits('body', 0, new TypeError('body'));
      });
      expect(show(groupThrown(main))).to.equal('BaseExceptionGroup: OwnBaseException: child, TypeError: body');
    });
  });

  describe('of the body', () => {
    for (const [when, delay] of [
      ['at once', 0],
      ['after a while', 1],
    ] as const) {
      it(`${when} cancels the tasks, and comes out in an ExceptionGroup as well`, () => {
        const tasks: { cancelled(): boolean }[] = [];
        const main = asyncWith(new TaskGroup(), function* (group) {
          for (const seconds of [5, 6]) tasks.push(group.createTask(sleep(seconds)));
          if (delay > 0) yield* sleep(delay);
          throw new ValueError('body');
        });
        expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: body');
        expect([...tasks.map((task) => task.cancelled()), loop.time()]).to.deep.equal([true, true, delay]);
      });
    }

    it('without any tasks comes out in a group all the same', () => {
      const main = asyncWith(new TaskGroup(), async () => {
        throw new ValueError('body');
      });
      expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: body');
    });

    it('stands last, after those of the tasks in the order in which they failed', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(waits('slow', 2, new ValueError('slow')));
        group.createTask(waits('quick', 1, new ValueError('quick')));
        await sleep(0);
        throw new TypeError('body');
      });
      expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: quick, ValueError: slow, TypeError: body');
      expect([...log.entries, loop.time()]).to.deep.equal(['slow cancelled@0', 'quick cancelled@0', 2]);
    });

    it('while the group cancels it is kept beside that of the task', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(fails(1));
        await waits('body', 0, new TypeError('body'));
      });
      expect(show(groupThrown(main))).to.equal('ExceptionGroup: ValueError: after 1, TypeError: body');
    });

    it('by a BaseException, while the group cancels it, comes out in a BaseExceptionGroup', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(fails(1));
        await waits('body', 0, new OwnBaseException('body'));
      });
      expect(show(groupThrown(main))).to.equal('BaseExceptionGroup: ValueError: after 1, OwnBaseException: body');
    });

    it('by a CancelledError of its own comes out bare, when the tasks were cancelled', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(waits('child'));
        await sleep(0);
        throw new CancelledError('own');
      });
      expect(String(groupThrown(main))).to.equal('CancelledError: own');
      expect(log.entries).to.deep.equal(['child cancelled@0']);
    });

    it('in leaving another manager inside is kept beside that of the task, and leaves no cancellation behind', () => {
      const database = {
        *aenter() {},
        *aexit(): Generator<never, undefined> {
          throw new ValueError('database');
        },
      };
      async function main() {
        try {
          await asyncWith(new TaskGroup(), (group) =>
            asyncWith(database, async () => {
              group.createTask(fails(0));
              await sleep(1);
            }),
          );
        } catch (error) {
          log.note(`${show(error)}, cancelling ${cancelling()}`);
        }
      }
      loop.runUntilComplete(loop.createTask(main()));
      expect(log.entries).to.deep.equal(['ExceptionGroup: ValueError: after 0, ValueError: database, cancelling 0@0']);
    });
  });
});
