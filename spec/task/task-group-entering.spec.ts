import { expect } from 'chai';
import {
  asyncWith,
  type Coroutine,
  coroutine,
  EventLoop,
  ExceptionGroup,
  RuntimeError,
  sleep,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('TaskGroup: entering, and what is refused', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const nothing = coroutine(function* nothing() {});

  /** Try to make a task of `coro` in `group`, and give what is thrown. */
  const refusal = (group: TaskGroup, coro: Coroutine<unknown>) => String(thrownBy(() => group.createTask(coro)));

  /** Drive a coroutine by hand, where no task is. */
  function driveByHand(coro: Coroutine<unknown>): string {
    let error: unknown;
    loop.callSoon(() => {
      error = thrownBy(() => coro.next());
    });
    loop.runOnce();
    return String(error);
  }

  it('is possible once: not inside itself', () => {
    const group = new TaskGroup();
    const main = asyncWith(group, () => asyncWith(group, nothing));
    const error = thrownBy(() => loop.runUntilComplete(main)) as ExceptionGroup;
    expect(String(error.errors[0])).to.equal('RuntimeError: TaskGroup <TaskGroup entered> has already been entered');
  });

  it('is possible once: not after it was left', () => {
    const group = new TaskGroup();
    loop.runUntilComplete(asyncWith(group, nothing));
    expect(() => loop.runUntilComplete(asyncWith(group, nothing))).to.throw(
      RuntimeError,
      'TaskGroup <TaskGroup entered> has already been entered',
    );
  });

  it('needs a task', () => {
    const group = new TaskGroup();
    expect(driveByHand(group.aenter())).to.equal(
      'RuntimeError: TaskGroup <TaskGroup> cannot determine the parent task',
    );
    expect(refusal(group, nothing())).to.equal('RuntimeError: TaskGroup <TaskGroup> has not been entered');
  });

  it('needs a running loop', () => {
    expect(() => new TaskGroup().aenter().next()).to.throw(RuntimeError, 'no running event loop');
  });

  it('may be tried again in a task where it failed outside of one', () => {
    const group = new TaskGroup();
    driveByHand(group.aenter());
    loop.runUntilComplete(asyncWith(group, nothing));
    expect(String(group)).to.equal('<TaskGroup entered>');
  });

  describe('a task', () => {
    it('before the group is entered', () => {
      expect(refusal(new TaskGroup(), nothing())).to.equal('RuntimeError: TaskGroup <TaskGroup> has not been entered');
    });

    it('after it was left', () => {
      const group = new TaskGroup();
      loop.runUntilComplete(asyncWith(group, nothing));
      expect(refusal(group, nothing())).to.equal('RuntimeError: TaskGroup <TaskGroup entered> is finished');
    });

    it('after a failure, while the others are being cancelled', () => {
      async function fails() {
        await sleep(1);
        throw new ValueError('broken');
      }
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(fails());
        group.createTask(
          (async () => {
            try {
              await sleep(9);
            } catch {
              log.note(refusal(group, nothing()));
            }
          })(),
        );
      });
      const error = thrownBy(() => loop.runUntilComplete(main)) as ExceptionGroup;
      expect(error.errors.map(String)).to.deep.equal(['ValueError: broken']);
      expect(log.entries).to.deep.equal([
        'RuntimeError: TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down@1',
      ]);
    });

    it('after the body ended by an error, too', () => {
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(
          (async () => {
            try {
              await sleep(9);
            } finally {
              log.note(refusal(group, nothing()));
            }
          })(),
        );
        await sleep(1);
        throw new ValueError('body');
      });
      expect(() => loop.runUntilComplete(main)).to.throw(ExceptionGroup);
      expect(log.entries).to.deep.equal(['RuntimeError: TaskGroup <TaskGroup tasks=1 cancelling> is shutting down@1']);
    });
  });

  describe('closes what is refused, which can never run', () => {
    const REUSED = 'cannot reuse already awaited coroutine';
    let group: TaskGroup;

    beforeEach(() => {
      group = new TaskGroup();
      loop.runUntilComplete(asyncWith(group, nothing));
    });

    it('a coroutine', () => {
      const coro = sleep(0);
      refusal(group, coro);
      expect(() => loop.runUntilComplete(coro)).to.throw(RuntimeError, REUSED);
    });

    it('the call of an async function', () => {
      const coro = (async () => log.note('ran'))() as unknown as Coroutine<void>;
      refusal(group, coro);
      expect(() => loop.runUntilComplete(coro)).to.throw(RuntimeError, REUSED);
      expect(log.entries).to.deep.equal([]);
    });

    it('a plain generator', () => {
      function* generator() {
        log.note('ran');
      }
      const coro = generator();
      expect(() => group.createTask(coro)).to.throw(RuntimeError, 'is finished');
      expect([coro.next(), log.entries]).to.deep.equal([{ done: true, value: undefined }, []]);
    });

    it('so that nothing is reported of it when the loop is closed', () => {
      const reports: unknown[] = [];
      loop.setExceptionHandler((_loop, context) => reports.push(context.message));
      async function main() {
        refusal(group, sleep(0));
      }
      loop.runUntilComplete(main());
      loop.close();
      expect(reports).to.deep.equal([]);
    });
  });
});
