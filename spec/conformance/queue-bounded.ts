// A bounded queue makes a quick producer wait for a slow consumer.
import { createTask, gather, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

function* producer(queue: Queue<number>) {
  for (let n = 0; n < 5; n++) {
    say('puts', n, 'full:', queue.full());
    yield* queue.put(n);
  }
  say('has put all:', queue.qsize());
}

function* consumer(queue: Queue<number>) {
  for (let i = 0; i < 5; i++) {
    yield* sleep(1);
    say('got', yield* queue.get(), 'left:', queue.qsize());
  }
}

function* main() {
  const queue = new Queue<number>(2);
  const p = createTask(producer(queue), { name: 'producer' });
  const c = createTask(consumer(queue), { name: 'consumer' });
  yield* gather([p, c]);
  say('empty:', queue.empty(), 'full:', queue.full(), 'at most:', queue.maxsize);
}

run(main());
