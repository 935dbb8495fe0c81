import { expect } from 'chai';
import {
  asyncWith,
  contextOf,
  EventLoop,
  type ExceptionGroup,
  sleep,
  TaskGroup,
  timeout,
  timeoutAt,
  ValueError,
} from '../../lib';
import { thrownBy } from '../support';

/** `error`, what it arose from, and so on; each marked with whether that is also the cause given for it. */
function chain(error: Error | undefined): string[] {
  if (error === undefined) return [];
  const context = contextOf(error);
  const caused = error.cause === undefined ? '' : context === error.cause ? ', its cause' : ', another cause';
  return [`${error.name}${caused}`, ...chain(context)];
}

/** What comes out of a timeout of one second around `body`. */
function raisedBy(body: () => PromiseLike<unknown>): Error {
  return thrownBy(() => new EventLoop().runUntilComplete(asyncWith(timeoutAt(1), body)));
}

describe('timeout, and where its errors come from', () => {
  const fail = (error: Error = new RangeError('broken')): never => {
    throw error;
  };

  it('raises a TimeoutError whose cause is the CancelledError; of that it cannot know what error it interrupted', () => {
    const error = raisedBy(async () => {
      try {
        fail();
      } finally {
        await sleep(5);
      }
    });
    expect(chain(error)).to.deep.equal(['TimeoutError, its cause', 'CancelledError']);
  });

  it('has an error of the cleanup come from a TimeoutError, and that from the CancelledError', () => {
    const error = raisedBy(async () => {
      try {
        await sleep(5);
      } finally {
        fail();
      }
    });
    expect(chain(error)).to.deep.equal(['RangeError', 'TimeoutError, its cause', 'CancelledError']);
  });

  it('has it so also where that error replaces others, of which it cannot know', () => {
    const error = raisedBy(async () => {
      try {
        try {
          fail(new ValueError('first'));
        } finally {
          await sleep(5);
        }
      } finally {
        try {
          fail(new TypeError('second'));
        } finally {
          fail();
        }
      }
    });
    expect(chain(error)).to.deep.equal(['RangeError', 'TimeoutError, its cause', 'CancelledError']);
  });

  it('raises in the cleanup after another timeout a TimeoutError of its own, from a CancelledError of its own', () => {
    const inner: Error[] = [];
    const outer = raisedBy(async () => {
      try {
        await sleep(5);
      } finally {
        try {
          await asyncWith(timeout(1), () => sleep(10));
        } catch (error) {
          inner.push(error as Error);
        }
      }
    });
    expect([outer, ...inner].map(chain)).to.deep.equal([
      ['TimeoutError, its cause', 'CancelledError'],
      ['TimeoutError, its cause', 'CancelledError'],
    ]);
    expect([inner[0] === outer, inner[0]?.cause === outer.cause]).to.deep.equal([false, false]);
  });

  it('has the errors of a group come from a TimeoutError each, and the group from another', () => {
    const child = async () => {
      try {
        await sleep(2);
      } finally {
        fail();
      }
    };
    const group = raisedBy(() =>
      asyncWith(new TaskGroup(), async (tasks) => {
        tasks.createTask(child());
        await sleep(5);
      }),
    ) as ExceptionGroup;
    const errors = [group, ...group.errors];
    expect(errors.map(chain)).to.deep.equal([
      ['ExceptionGroup', 'TimeoutError, its cause', 'CancelledError'],
      ['RangeError', 'TimeoutError, its cause', 'CancelledError'],
    ]);
    expect(new Set(errors.map((error) => contextOf(error)?.cause)).size).to.equal(2);
  });

  it('ends, though two errors were each raised while the other was being handled', () => {
    const [a, b] = [new ValueError('a'), new RangeError('b')];
    const loop = new EventLoop();
    const future = loop.createFuture();
    const raiseInstead = async (awaited: PromiseLike<unknown>, error: Error) => {
      try {
        await awaited;
      } catch {
        fail(error);
      }
    };
    loop.callLater(1, () => future.setException(a));
    const first = loop.createTask(raiseInstead(future, b));
    thrownBy(() => loop.runUntilComplete(raiseInstead(first, a)));
    expect([a, b].map(contextOf)).to.deep.equal([b, undefined]);
    const raised = raisedBy(async () => {
      try {
        await sleep(5);
      } catch {
        fail(a);
      }
    });
    expect(raised).to.equal(a);
  });
});
