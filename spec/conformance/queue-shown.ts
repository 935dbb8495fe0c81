// A queue shows what is in it, who waits, what is unfinished, and whether it is shut down.
import { createTask, LifoQueue, PriorityQueue, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

function* put(queue: Queue<unknown>, item: unknown) {
  try {
    yield* queue.put(item);
  } catch (error) {
    say('is told', error);
  }
}

function* main() {
  const queue = new Queue<unknown>(2);
  say(String(queue));
  const getters = [1, 2].map(() => createTask(queue.get()));
  yield* sleep(0);
  say(String(queue));
  getters[0]?.cancel();
  yield* sleep(0);
  say(String(queue));
  queue.putNowait('a');
  say(String(queue));
  yield* sleep(0);
  queue.putNowait('b');
  queue.putNowait(3);
  const putter = createTask(put(queue, 4));
  yield* sleep(0);
  say(String(queue));
  queue.shutdown(true);
  say(String(queue));
  yield* putter;
  for (const Kind of [LifoQueue, PriorityQueue]) {
    const other = new Kind<number>();
    for (const n of [3, 1, 2]) {
      other.putNowait(n);
    }
    other.getNowait();
    say(String(other));
  }
}

run(main());
