// Shut down, a queue takes no more, gives what it still has, and then says so to all who wait.
import { createTask, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

function* producer(queue: Queue<number>) {
  try {
    for (let n = 0; n < 5; n++) {
      yield* queue.put(n);
      say('put', n);
    }
  } catch (error) {
    say('is told', error);
  }
}

function* consumer(queue: Queue<number>) {
  try {
    while (true) {
      say('got', yield* queue.get());
      queue.taskDone();
      yield* sleep(1);
    }
  } catch (error) {
    say('is told', error);
  }
}

function* main() {
  const queue = new Queue<number>(2);
  createTask(producer(queue), { name: 'producer' });
  createTask(consumer(queue), { name: 'consumer' });
  yield* sleep(0.5);
  queue.shutdown();
  say('shut down; left:', queue.qsize());
  yield* queue.join();
  say('left:', queue.qsize());
  yield* sleep(5);

  const empty = new Queue<number>();
  for (const name of ['a', 'b']) {
    createTask(consumer(empty), { name });
  }
  yield* sleep(1);
  empty.shutdown();
  empty.shutdown();
  yield* sleep(1);
}

run(main());
