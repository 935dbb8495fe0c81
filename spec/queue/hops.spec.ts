import { type EventLoop, Queue, type Task } from '../../lib';
import { atOnce, describeHops, later, type Stage } from '../hops';

const empty = (): Queue<number> => new Queue(1);

function full(): Queue<number> {
  const queue = empty();
  queue.putNowait(1);
  return queue;
}

/** An empty queue, and somebody who waits there before the waiter. */
function withAnother(loop: EventLoop): [Queue<number>, Task] {
  const queue = empty();
  return [queue, loop.createTask(queue.get()) as Task];
}

const get = (queue: Queue<number>) => queue.get();
const put = (queue: Queue<number>) => queue.put(2);
const join = (queue: Queue<number>) => queue.join();
const putNowait = (queue: Queue<number>) => queue.putNowait(1);
const getNowait = (queue: Queue<number>) => queue.getNowait();
const taskDone = (queue: Queue<number>) => queue.taskDone();
const shutdown = (queue: Queue<number>) => queue.shutdown();
const shutdownNow = (queue: Queue<number>) => queue.shutdown(true);
const cancelWaiter = (_queue: unknown, { waiter }: Stage) => waiter().cancel();

describeHops([
  [0, 'getting what is in a queue', atOnce(() => full().get())],
  [0, 'putting into a queue that has room', atOnce(() => empty().put(1))],
  [0, 'joining a queue whose work is done', atOnce(() => empty().join())],
  [1, "a queue's put to who waits in get", later(empty, putNowait, get)],
  [1, "a queue's get to who waits in put", later(full, getNowait, put)],
  [1, "a queue's taskDone to who waits in join", later(full, taskDone, join)],
  [1, "a queue's shutdown to who waits in get", later(empty, shutdown, get)],
  [1, "a queue's shutdown to who waits in put", later(full, shutdown, put)],
  [1, "a queue's shutdown at once to who waits in join", later(full, shutdownNow, join)],
  [1, 'cancelling the task that waits in get', later(empty, cancelWaiter, get)],
  [1, 'cancelling the task that waits in put', later(full, cancelWaiter, put)],
  [
    2,
    "a queue's put to who stands behind one who is woken and cancelled",
    later(
      withAnother,
      ([queue, another]) => {
        queue.putNowait(1);
        another.cancel();
      },
      ([queue]) => queue.get(),
    ),
  ],
]);
