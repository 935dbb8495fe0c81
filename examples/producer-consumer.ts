/*
 * Producers and consumers, with a queue between them.
 *
 * The queue has two places: whoever is too fast has to wait, on either side. `join` waits
 * until all that was put in is not only taken, but done; then the consumers, who would
 * wait for ever, are cancelled.
 */

import { createTask, currentTask, gather, getRunningLoop, Queue, run, sleep } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

const queue = new Queue<string>(2);

function* produce(name: string, seconds: number) {
  for (let n = 1; n <= 3; n++) {
    yield* sleep(seconds);
    if (queue.full()) say(`has to wait with ${name}${n}`);
    yield* queue.put(`${name}${n}`);
    say(`put ${name}${n}`);
  }
}

function* consume(seconds: number) {
  for (;;) {
    const item = yield* queue.get();
    yield* sleep(seconds);
    say(`did ${item}`);
    queue.taskDone();
  }
}

function* main() {
  const consumers = [2, 3].map((n) => createTask(consume(n), { name: `consumer ${n - 1}` }));
  const producers = ['a', 'b'].map((name) => createTask(produce(name, 1), { name: `producer ${name}` }));
  yield* gather(producers);
  say(`all is put; ${queue.qsize()} in the queue`);
  yield* queue.join();
  say('all is done');
  for (const consumer of consumers) consumer.cancel();
  yield* gather(consumers, { returnExceptions: true });
}

run(main());
