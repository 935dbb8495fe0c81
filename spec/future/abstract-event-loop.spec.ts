import { expect } from 'chai';
import type { Context } from '../../lib';
import { AbstractEventLoop, type Callback, type Cancellable } from '../../lib/future/abstract-event-loop';
import { Future } from '../../lib/future/future';
import { type Listed, PendingList } from '../../lib/future/pending-list';

/** All that a future needs of a loop: a list of what is to be called. */
class ListLoop extends AbstractEventLoop {
  readonly unretrieved = new Set<object>();
  readonly tasks = new PendingList<Listed>((task) => !task.done());
  readonly clock = { advance: () => {} };
  readonly scheduled: [Callback, readonly unknown[]][] = [];

  scheduleSoon(callback: Callback, args: readonly unknown[], _context: Context): Cancellable {
    this.scheduled.push([callback, args]);
    return { cancel: () => {}, cancelled: () => false };
  }
  runScheduled(): void {
    for (const [callback, args] of this.scheduled.splice(0)) callback(...args);
  }
  time(): number {
    return 0;
  }
  callSoon(): never {
    throw new Error('not needed by a future');
  }
  callSoonThreadsafe(): never {
    throw new Error('not needed by a future');
  }
  callLater(): never {
    throw new Error('not needed by a future');
  }
  callAt(): never {
    throw new Error('not needed by a future');
  }
  createFuture(): object {
    return new Future(this);
  }
  createTask(): never {
    throw new Error('not needed by a future');
  }
  runInExecutor(): never {
    throw new Error('not needed by a future');
  }
  callExceptionHandler(): void {}
  getDebug(): boolean {
    return false;
  }
  isRunning(): boolean {
    return false;
  }
  isClosed(): boolean {
    return false;
  }
}

describe('AbstractEventLoop', () => {
  it('is all that a future needs: it can be used without the loop above it', () => {
    const loop = new ListLoop();
    const future = new Future<number>(loop);
    const results: number[] = [];
    future.addDoneCallback((done: Future<number>) => results.push(done.result()));
    future.setResult(42);
    expect(results).to.deep.equal([]);
    loop.runScheduled();
    expect(results).to.deep.equal([42]);
  });

  it('keeps the futures whose exception nobody has retrieved', () => {
    const loop = new ListLoop();
    const future = new Future<number>(loop);
    future.setException(new Error('odd'));
    expect([...loop.unretrieved]).to.deep.equal([future]);
    future.exception();
    expect([...loop.unretrieved]).to.deep.equal([]);
  });
});
