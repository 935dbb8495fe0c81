import { type AwaitableLike, asyncWith, type EventLoop, type Future, TaskGroup } from '../../lib';
import { atOnce, describeHops, later, type Stage } from '../hops';

/** A group with these tasks, whose body then awaits `future`, if there is one. */
function groupOf(children: AwaitableLike<unknown>[], future?: Future): AwaitableLike<void> {
  return asyncWith(new TaskGroup(), function* (group) {
    for (const child of children) group.createTask(child as Generator<undefined, unknown>);
    if (future !== undefined) yield* future;
  });
}

function* waitingFor(future: Future) {
  return yield* future;
}

function* returning() {}

function* failing() {
  throw new Error('broken');
}

const pending = (loop: EventLoop): Future => loop.createFuture();
const setResult = (future: Future) => future.setResult(1);
const setException = (future: Future) => future.setException(new Error('broken'));
const cancelWaiter = (_future: Future, { waiter }: Stage) => waiter().cancel();

describeHops([
  [0, 'a group without tasks', atOnce(() => groupOf([]))],
  [3, 'a group of a task that returns at once', atOnce(() => groupOf([returning()]))],
  [3, 'a group of a task that fails at once', atOnce(() => groupOf([failing()]))],
  [
    3,
    'a future to who leaves a group whose task awaits it',
    later(pending, setResult, (future) => groupOf([waitingFor(future)])),
  ],
  [
    3,
    'a future that fails to who leaves a group whose task awaits it',
    later(pending, setException, (future) => groupOf([waitingFor(future)])),
  ],
  [
    3,
    'a future that fails to who waits in the body of a group whose task awaits it',
    later(pending, setException, (future, { loop }) => groupOf([waitingFor(future)], pending(loop))),
  ],
  [
    5,
    'a future that fails to who leaves a group that has another task to cancel',
    later(pending, setException, (future, { loop }) => groupOf([waitingFor(future), waitingFor(pending(loop))])),
  ],
  [
    1,
    'cancelling the task that waits in the body of a group without tasks',
    later(pending, cancelWaiter, (future) => groupOf([], future)),
  ],
  [
    4,
    'cancelling the task that leaves a group with a task',
    later(pending, cancelWaiter, (future) => groupOf([waitingFor(future)])),
  ],
  [
    4,
    'cancelling the task that waits in the body of a group with a task',
    later(pending, cancelWaiter, (future, { loop }) => groupOf([waitingFor(future)], pending(loop))),
  ],
]);
