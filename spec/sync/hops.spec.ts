import {
  type AwaitableLike,
  asyncWith,
  Barrier,
  Condition,
  Event,
  type EventLoop,
  Lock,
  Semaphore,
  type Task,
} from '../../lib';
import { atOnce, describeHops, later, type Scene, type Stage } from '../hops';

/** The scene in which `action` is done where somebody stands in line before the waiter, in a task of his own. */
function behindAnother<T extends Lock | Semaphore>(
  make: (loop: EventLoop) => T,
  action: (it: T, another: Task) => void,
): Scene {
  const withAnother = (loop: EventLoop): [T, Task] => {
    const it = make(loop);
    return [it, loop.createTask(it.acquire()) as Task];
  };
  return later(
    withAnother,
    ([it, another]) => action(it, another),
    ([it]) => it.acquire(),
  );
}

function lockedLock(loop: EventLoop): Lock {
  const lock = new Lock();
  loop.createTask(lock.acquire());
  return lock;
}

const noPermits = (): Semaphore => new Semaphore(0);

function* acquireAndWait(condition: Condition) {
  yield* condition.acquire();
  yield* condition.wait();
}

function* notifyAndRelease(condition: Condition) {
  yield* asyncWith(condition, async () => condition.notify());
}

const forTwo = (): Barrier => new Barrier(2);
const wait = (it: Event | Barrier): AwaitableLike<unknown> => it.wait();
const acquire = (it: Lock | Semaphore): AwaitableLike<unknown> => it.acquire();
const release = (it: Lock | Semaphore): void => it.release();
const releaseAndCancel = (it: Lock | Semaphore, another: Task): void => {
  it.release();
  another.cancel();
};
const cancelAndRelease = (it: Lock | Semaphore, another: Task): void => {
  another.cancel();
  it.release();
};
const cancelWaiter = (_it: unknown, { waiter }: Stage): unknown => waiter().cancel();

/** Step `coro` here and now: it has nothing to wait for. */
function doNow(coro: Iterable<unknown>): void {
  coro[Symbol.iterator]().next();
}

function setEvent(): Event {
  const event = new Event();
  event.set();
  return event;
}

describeHops([
  [0, 'acquiring a lock that is free', atOnce(() => new Lock().acquire())],
  [0, 'asyncWith over a lock that is free', atOnce(() => asyncWith(new Lock(), async () => {}))],
  [0, 'acquiring a semaphore that has a permit', atOnce(() => new Semaphore().acquire())],
  [0, 'waiting for an event that is set', atOnce(() => setEvent().wait())],
  [0, "a condition's waitFor what is true", atOnce(() => new Condition().waitFor(() => true))],
  [0, 'waiting at a barrier for one', atOnce(() => new Barrier(1).wait())],
  [
    0,
    'waiting at a barrier as the last to come',
    ({ loop, trigger }) => {
      const barrier = forTwo();
      loop.createTask(barrier.wait());
      return () => {
        trigger();
        return barrier.wait();
      };
    },
  ],
  [1, "a lock's release to the next who acquires it", later(lockedLock, release, acquire)],
  [1, "a semaphore's release to the next who acquires it", later(noPermits, release, acquire)],
  [
    1,
    "an event's set to who waits for it",
    later(
      () => new Event(),
      (event) => event.set(),
      wait,
    ),
  ],
  [
    1,
    "a condition's notify and release to who waits for it",
    later(
      () => new Condition(),
      (condition) => doNow(notifyAndRelease(condition)),
      acquireAndWait,
    ),
  ],
  [1, 'the last to come to a barrier to the others', later(forTwo, (barrier) => doNow(barrier.wait()), wait)],
  [1, "a barrier's reset to who waits at it", later(forTwo, (barrier) => doNow(barrier.reset()), wait)],
  [1, "a barrier's abort to who waits at it", later(forTwo, (barrier) => doNow(barrier.abort()), wait)],
  [1, 'cancelling the task that acquires a lock', later(lockedLock, cancelWaiter, acquire)],
  [1, 'cancelling the task that acquires a semaphore', later(noPermits, cancelWaiter, acquire)],
  [1, 'cancelling the task that waits for an event', later(() => new Event(), cancelWaiter, wait)],
  [1, 'cancelling the task that waits for a condition', later(() => new Condition(), cancelWaiter, acquireAndWait)],
  [1, 'cancelling the task that waits at a barrier', later(forTwo, cancelWaiter, wait)],
  [
    1,
    "a semaphore's release to who stands behind one who was cancelled just before",
    behindAnother(noPermits, cancelAndRelease),
  ],
  [
    2,
    "a lock's release to who stands behind one who is woken and cancelled",
    behindAnother(lockedLock, releaseAndCancel),
  ],
  [
    2,
    "a semaphore's release to who stands behind one who is woken and cancelled",
    behindAnother(noPermits, releaseAndCancel),
  ],
  [
    2,
    "a lock's release to who stands behind one who was cancelled just before",
    behindAnother(lockedLock, cancelAndRelease),
  ],
]);
