import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  Event,
  type EventLoop,
  gather,
  Lock,
  Queue,
  sleep,
  type Task,
} from '../../../lib';
import type { SuspendEvent } from '../../../lib/trace/event/task-events';
import type { TraceIndex } from '../../../lib/trace/why/trace-index';
import { waitingChain } from '../../../lib/trace/why/waiting';
import { why } from '../../../lib/trace/why/why';
import { lastEvent, placingHost, recordedIndex } from '../recorded-trace';

const locked = coroutine(function* locked(lock: Lock, seconds: number) {
  yield* asyncWith(lock, () => sleep(seconds));
});

const awaiting = coroutine(function* awaiting(task: Task) {
  yield* task;
});

function* nothing(): Generator<unknown, void, unknown> {}

/** Why the task called `name` waits, where it waits last: as it is when it begins to, or at the event `at`. */
function chain(index: TraceIndex, name: string, at?: number): string[] {
  const suspend = lastEvent(index, 'suspend', name) as SuspendEvent;
  return waitingChain(index, suspend, at ?? suspend.n).map(({ sentence }) => sentence);
}

function record(main: (loop: EventLoop) => Generator<unknown, unknown, unknown>): TraceIndex {
  return recordedIndex(coroutine(main), { host: placingHost() });
}

describe('waitingChain', () => {
  it('tells until when a task sleeps', () => {
    const index = record(function* main() {
      yield* sleep(2);
    });
    expect(chain(index, 'main')).to.deep.equal([
      'main began to wait at 0s, for its sleep, until 2s, in main (app.ts:10)',
    ]);
  });

  it('tells of one that sleeps for ever', () => {
    const index = record(function* main() {
      yield* sleep(Infinity);
    });
    expect(chain(index, 'main')).to.deep.equal([
      'main began to wait at 0s, for its sleep, for ever, in main (app.ts:10)',
    ]);
  });

  it('tells who has the lock that a task waits for, since when, and what that one does', () => {
    const index = record(function* main() {
      const lock = new Lock();
      createTask(locked(lock, 2), { name: 'first' });
      createTask(
        (function* () {
          yield* lock.acquire();
        })(),
        { name: 'second' },
      );
      yield* sleep(5);
    });
    expect(chain(index, 'second')).to.deep.equal([
      'second began to wait at 0s, for the Lock, which first had, in generator (app.ts:30)',
      'first acquired the Lock at 0s',
      'first began to wait at 0s, for its sleep, until 2s, in locked (app.ts:20)',
    ]);
  });

  it('follows from task to task', () => {
    const index = record(function* main() {
      const first = createTask(sleep(2), { name: 'first' }) as Task;
      yield* sleep(1);
      const second = createTask(awaiting(first), { name: 'second' }) as Task;
      yield* sleep(0);
      yield* second;
    });
    expect(chain(index, 'main')).to.deep.equal([
      'main began to wait at 1s, for second, in main (app.ts:10)',
      'second began to wait at 1s, for first, in awaiting (app.ts:30)',
      'first began to wait at 0s, for its sleep, until 2s, in sleep (app.ts:20)',
    ]);
  });

  it('goes on, from a gather, with the task that is done last', () => {
    const index = record(function* main() {
      const tasks = [createTask(sleep(2), { name: 'first' }), createTask(sleep(1), { name: 'second' })];
      yield* sleep(0);
      yield* gather(tasks);
    });
    expect(chain(index, 'main')).to.deep.equal([
      'main began to wait at 0s, for the gather, in main (app.ts:10)',
      'first began to wait at 0s, for its sleep, until 2s, in sleep (app.ts:20)',
    ]);
  });

  it('tells who did, in the end, what a task waits for', () => {
    const index = record(function* main() {
      const [event, queue] = [new Event(), new Queue<number>()];
      createTask(event.wait(), { name: 'first' });
      createTask(queue.get(), { name: 'second' });
      yield* sleep(1);
      event.set();
      queue.putNowait(1);
      yield* sleep(0);
    });
    expect([chain(index, 'first')[1], chain(index, 'second')[1]]).to.deep.equal([
      'main set the Event, for which first waited, at 1s',
      'main put an item into the Queue, for which second waited, at 1s',
    ]);
  });

  it('says so when nobody did', () => {
    const index = record(function* main(loop) {
      yield* loop.createFuture();
    });
    expect(chain(index, 'main')[1]).to.equal('Nobody ended that wait, as far as the trace goes');
  });

  it('tells who cancelled what a task waits for', () => {
    const index = record(function* main() {
      const task = createTask(new Event().wait(), { name: 'first' });
      yield* sleep(1);
      task.cancel();
      yield* sleep(0);
    });
    expect(chain(index, 'first')[1]).to.equal('main asked first to end at 1s, in main (app.ts:1)');
  });

  it('says what a task does that does not wait', () => {
    const index = record(function* main() {
      yield* createTask(nothing(), { name: 'first' });
    });
    expect(chain(index, 'main')[1]).to.equal('first had not begun yet');
  });

  it('ends where it has come round', () => {
    const index = record(function* main() {
      const [left, right] = [new Lock(), new Lock()];
      const philosopher = coroutine(function* philosopher(first: Lock, second: Lock) {
        yield* first.acquire();
        yield* sleep(1);
        yield* second.acquire();
      });
      createTask(philosopher(left, right), { name: 'Plato' });
      yield* createTask(philosopher(right, left), { name: 'Kant' });
    });
    expect(chain(index, 'Kant')).to.deep.equal([
      'Kant began to wait at 1s, for the Lock, which Plato had, in philosopher (app.ts:30)',
      'Plato acquired the Lock at 0s',
      'Plato began to wait at 1s, for the Lock, which Kant had, in philosopher (app.ts:20)',
      'Kant acquired the Lock at 0s',
      'So Kant waits, in the end, for itself',
    ]);
  });

  it('tells how things stand later, as long as the task waits on', () => {
    const index = record(function* main() {
      const lock = new Lock();
      createTask(locked(lock, 1), { name: 'first' });
      createTask(locked(lock, 1), { name: 'second' });
      createTask(lock.acquire(), { name: 'third' });
      yield* sleep(3);
    });
    const { n } = lastEvent(index, 'acquire', 'second');
    expect([chain(index, 'third')[1], chain(index, 'third', n + 1)[1], chain(index, 'third', 1e6)[1]]).to.deep.equal([
      'first acquired the Lock at 0s',
      'second acquired the Lock at 1s',
      'second released the Lock, for which third waited, at 2s',
    ]);
  });
});

describe('why, of an event by which a task waits', () => {
  const index = record(function* main() {
    const lock = new Lock();
    createTask(locked(lock, 1), { name: 'first' });
    yield* sleep(0);
    yield* lock.acquire();
  });

  it('tells what the task waits for, as waitingChain does', () => {
    const suspend = lastEvent(index, 'suspend', 'main') as SuspendEvent;
    expect(why(index, suspend.n)).to.deep.equal(waitingChain(index, suspend, suspend.n));
  });

  it('begins, where the task has joined a line, with that', () => {
    const { n } = lastEvent(index, 'wait', 'main');
    expect(why(index, n).map(({ sentence }) => sentence)).to.deep.equal([
      'main joined the line of the Lock at 0s',
      ...chain(index, 'main'),
    ]);
  });
});
