import {
  type AwaitableLike,
  asyncWith,
  type EventLoop,
  type Future,
  gather,
  shield,
  sleep,
  timeout,
  wait,
  waitFor,
} from '../../lib';
import { atOnce, describeHops, later as laterTo, type Scene, type Stage } from '../hops';

/** The scene in which `action` is done to a future once the waiter waits. */
function later(
  action: (future: Future, stage: Stage) => void,
  await_: (future: Future, stage: Stage) => AwaitableLike<unknown>,
): Scene {
  return laterTo((loop) => loop.createFuture(), action, await_);
}

function done(loop: EventLoop): Future {
  const future = loop.createFuture();
  future.setResult(1);
  return future;
}

function* waitingFor(future: Future) {
  return yield* future;
}

const setResult = (future: Future) => future.setResult(1);
const cancelWaiter = (_future: Future, { waiter }: Stage) => waiter().cancel();

describeHops([
  [0, 'awaiting a future that is done', atOnce(({ loop }) => done(loop))],
  [
    0,
    'awaiting a task that is done',
    (stage) => {
      const task = stage.loop.createTask(sleep(0));
      return () =>
        (function* () {
          yield* sleep(1);
          stage.trigger();
          yield* task;
        })();
    },
  ],
  [0, 'gather of nothing', atOnce(() => gather([]))],
  [0, 'gather of futures that are done', atOnce(({ loop }) => gather([done(loop), done(loop)]))],
  [0, 'shield of a future that is done', atOnce(({ loop }) => shield(done(loop)))],
  [0, 'waitFor a future that is done, with a timeout of 0', atOnce(({ loop }) => waitFor(done(loop), 0))],
  [0, 'awaiting a coroutine that returns at once', atOnce(() => (function* () {})())],
  [1, 'sleep(0)', atOnce(() => sleep(0))],
  [1, 'sleep(-1)', atOnce(() => sleep(-1))],
  [1, "a future's setResult to its awaiter", later(setResult, (future) => future)],
  [
    1,
    "a future's setException to its awaiter",
    later(
      (future) => future.setException(new Error()),
      (future) => future,
    ),
  ],
  [
    1,
    "a future's cancel to its awaiter",
    later(
      (future) => future.cancel(),
      (future) => future,
    ),
  ],
  [1, 'cancelling the task that awaits a future', later(cancelWaiter, (future) => future)],
  [2, 'creating a task that returns at once to its result', atOnce(({ loop }) => loop.createTask((function* () {})()))],
  [3, 'creating a task that gives way once to its result', atOnce(({ loop }) => loop.createTask(sleep(0)))],
  [
    2,
    'the future of an awaited task to the awaiter',
    later(setResult, (future, { loop }) => loop.createTask(waitingFor(future))),
  ],
  [
    2,
    'cancelling the task that awaits a task',
    later(cancelWaiter, (future, { loop }) => loop.createTask(waitingFor(future))),
  ],
  [2, 'a future to whoever awaits its gather', later(setResult, (future) => gather([future]))],
  [
    3,
    'a future to whoever awaits a gather of a coroutine that awaits it',
    later(setResult, (future) => gather([waitingFor(future)])),
  ],
  [2, 'cancelling the task that awaits a gather of a future', later(cancelWaiter, (future) => gather([future]))],
  [
    3,
    'cancelling the task that awaits a gather of a coroutine',
    later(cancelWaiter, (future) => gather([waitingFor(future)])),
  ],
  [2, 'a future to whoever waits for it with wait', later(setResult, (future) => wait([future]))],
  [2, 'wait for a future that is done', atOnce(({ loop }) => wait([done(loop)]))],
  [2, 'wait with a timeout of 0', atOnce(({ loop }) => wait([loop.createFuture()], { timeout: 0 }))],
  [1, 'cancelling the task that is in wait', later(cancelWaiter, (future) => wait([future]))],
  [1, 'a future to whoever is in waitFor', later(setResult, (future) => waitFor(future, 9))],
  [1, 'cancelling the task that is in waitFor', later(cancelWaiter, (future) => waitFor(future, 9))],
  [2, 'waitFor a pending future, with a timeout of 0', atOnce(({ loop }) => waitFor(loop.createFuture(), 0))],
  [3, 'waitFor a coroutine, with a timeout of 0', atOnce(() => waitFor(sleep(1), 0))],
  [2, 'a future to whoever awaits its shield', later(setResult, (future) => shield(future))],
  [
    2,
    'cancelling a future to whoever awaits its shield',
    later(
      (future) => future.cancel(),
      (future) => shield(future),
    ),
  ],
  [1, 'cancelling the task that awaits a shield', later(cancelWaiter, (future) => shield(future))],
  [
    2,
    'a timeout of 0 whose body waits to its TimeoutError',
    atOnce(({ loop }) => asyncWith(timeout(0), () => loop.createFuture())),
  ],
  [0, 'a timeout whose body returns at once', atOnce(() => asyncWith(timeout(0), function* () {}))],
]);
