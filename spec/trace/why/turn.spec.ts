import { expect } from 'chai';
import {
  Barrier,
  Condition,
  type Coroutine,
  coroutine,
  createTask,
  Event,
  Lock,
  Queue,
  Semaphore,
  sleep,
} from '../../../lib';
import type { EventOf } from '../../../lib/trace/event-type';
import { turnCame } from '../../../lib/trace/why/turn';
import { recordedIndex } from '../recorded-trace';

/** What is said of how the task `first` could go on: it waits as `wait` does, until `main` does as `deed`. */
function turnIn(wait: () => Coroutine<unknown>, deed: () => Coroutine<unknown> | undefined): string {
  const index = recordedIndex(
    coroutine(function* main() {
      createTask(wait(), { name: 'first' });
      yield* sleep(0);
      yield* deed() ?? sleep(0);
    }),
  );
  const suspend = index.trace.events.find((event) => event.type === 'suspend' && event.future !== undefined);
  const { future } = suspend as EventOf<'suspend'>;
  return turnCame(index, index.endOf(future as number) as EventOf<'done'>, suspend as EventOf<'suspend'>);
}

describe('turnCame', () => {
  it('tells who released a lock', () => {
    const lock = new Lock();
    lock.acquire().next();
    expect(
      turnIn(
        () => lock.acquire(),
        () => void lock.release(),
      ),
    ).to.equal('main released the Lock, for which first waited,');
  });

  it('tells who released a permit', () => {
    const semaphore = new Semaphore(0);
    expect(
      turnIn(
        () => semaphore.acquire(),
        () => void semaphore.release(),
      ),
    ).to.equal('main released the Semaphore, for which first waited,');
  });

  it('tells who set an event', () => {
    const event = new Event();
    expect(
      turnIn(
        () => event.wait(),
        () => void event.set(),
      ),
    ).to.equal('main set the Event, for which first waited,');
  });

  it('tells who put an item into a queue', () => {
    const queue = new Queue<number>();
    expect(
      turnIn(
        () => queue.get(),
        () => void queue.putNowait(1),
      ),
    ).to.equal('main put an item into the Queue, for which first waited,');
  });

  it('tells who took an item out of a queue that was full', () => {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    expect(
      turnIn(
        () => queue.put(2),
        () => void queue.getNowait(),
      ),
    ).to.equal('main took an item out of the Queue, for which first waited,');
  });

  it('tells of others just who let the task pass', () => {
    const [barrier, condition] = [new Barrier(2), new Condition()];
    const waiting = coroutine(function* waiting() {
      yield* condition.acquire();
      yield* condition.wait();
    });
    const notifying = coroutine(function* notifying() {
      yield* condition.acquire();
      condition.notify();
    });
    expect([
      turnIn(
        () => barrier.wait(),
        () => barrier.wait(),
      ),
      turnIn(waiting, notifying),
    ]).to.deep.equal(['main let first pass the Barrier', 'main let first pass the Condition']);
  });
});
