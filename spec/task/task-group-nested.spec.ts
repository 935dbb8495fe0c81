import { expect } from 'chai';
import {
  asyncWith,
  BaseExceptionGroup,
  type CancelledError,
  currentTask,
  EventLoop,
  sleep,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('TaskGroup: inside another', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const cancelling = () => currentTask()?.cancelling();

  /** Show a tree of errors by their messages: `[a, [b]]`. */
  function tree(error: Error): string {
    return error instanceof BaseExceptionGroup ? `[${error.errors.map(tree).join(', ')}]` : error.message;
  }

  async function failsAfter(delay: number, name: string) {
    await sleep(delay);
    throw new ValueError(name);
  }

  /** Await for nine seconds, note the cancellation, and fail with an error of that name if it is `stubborn`. */
  async function waits(name: string, stubborn = false) {
    try {
      await sleep(9);
    } catch (cancelled) {
      log.note(`${name} cancelled`);
      throw stubborn ? new ValueError(name) : cancelled;
    }
  }

  /** Run one group inside another; note the tree of what comes out. */
  function nest(prepare: (outer: TaskGroup) => void, body: (inner: TaskGroup) => Promise<unknown>): void {
    const task = loop.createTask(
      asyncWith(new TaskGroup(), (outer) => {
        prepare(outer);
        return asyncWith(new TaskGroup(), body);
      }),
    );
    loop.callLater(1, () => task.cancel());
    log.note(tree(thrownBy(() => loop.runUntilComplete(task))));
  }

  async function twoStubborn(inner: TaskGroup) {
    for (const name of ['A', 'B']) inner.createTask(waits(name, true));
    await sleep(9);
  }

  it('when both are cancelled gives the errors of the tasks in two groups, one in the other', () => {
    nest(() => {}, twoStubborn);
    expect(log.entries).to.deep.equal(['A cancelled@1', 'B cancelled@1', '[[A, B]]@1']);
  });

  it('when both are cancelled cancels its own tasks first, and those of the outer when it is left', () => {
    nest((outer) => outer.createTask(waits('outer')), twoStubborn);
    expect(log.entries).to.deep.equal(['A cancelled@1', 'B cancelled@1', 'outer cancelled@1', '[[A, B]]@1']);
  });

  it('is cancelled by a failure in the outer, which alone comes out', () => {
    nest(
      (outer) => outer.createTask(failsAfter(0.1, 'outer')),
      async (inner) => {
        inner.createTask(waits('inner'));
      },
    );
    expect(log.entries).to.deep.equal(['inner cancelled@0.1', '[outer]@0.1']);
  });

  it('passes its failure on to the outer, whose tasks are cancelled', () => {
    nest(
      (outer) => outer.createTask(waits('outer')),
      async (inner) => {
        inner.createTask(failsAfter(0.1, 'inner'));
      },
    );
    expect(log.entries).to.deep.equal(['outer cancelled@0.1', '[[inner]]@0.1']);
  });

  it('when both fail at once leaves the cancellation of the outer to come, until that is left', () => {
    async function main() {
      try {
        await asyncWith(new TaskGroup(), async (outer) => {
          try {
            await asyncWith(new TaskGroup(), async (inner) => {
              inner.createTask(failsAfter(0, 'inner'));
              outer.createTask(failsAfter(0, 'outer'));
            });
          } catch (error) {
            log.note(`inner ${tree(error as Error)}, cancelling ${cancelling()}`);
          }
          log.note(`between, cancelling ${cancelling()}`);
          try {
            await sleep(9);
          } catch (error) {
            log.note(`next await ${(error as CancelledError).name}`);
            throw error;
          }
        });
      } catch (error) {
        log.note(`outer ${tree(error as Error)}, cancelling ${cancelling()}`);
      }
      log.note(`after, cancelling ${cancelling()}`);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal([
      'inner [inner], cancelling 1@0',
      'between, cancelling 1@0',
      'next await CancelledError@0',
      'outer [outer], cancelling 0@0',
      'after, cancelling 0@0',
    ]);
  });
});
