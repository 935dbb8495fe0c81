// First in, first out; last in, first out; least first: three queues, one interface.
// What cannot be put now, or got now, is an error at once.
import { LifoQueue, PriorityQueue, Queue, run } from 'yieldstar';
import { say } from './say';

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    say(error);
  }
}

function* main() {
  for (const Kind of [Queue, LifoQueue, PriorityQueue] as (typeof Queue<number>)[]) {
    const queue = new Kind(5);
    for (const item of [3, 1, 4, 1, 5]) {
      queue.putNowait(item);
    }
    attempt(() => queue.putNowait(9));
    const items = [1, 2, 3, 4, 5].map(() => queue.getNowait());
    say(Kind.name, items);
    attempt(() => queue.getNowait());
  }

  const jobs = new PriorityQueue<unknown>();
  for (const job of [
    [2, 'b'],
    [1, 'z'],
    [2, 'a'],
  ]) {
    yield* jobs.put(job);
  }
  say([yield* jobs.get(), yield* jobs.get(), yield* jobs.get()]);
  try {
    for (const item of [1, 'one']) {
      jobs.putNowait(item);
    }
  } catch (error) {
    if (error instanceof TypeError) say('items that cannot be compared are a TypeError; left:', jobs.qsize());
  }
}

run(main());
