// An item is not reserved for the getter that it wakes: another may take it first.
// The one who comes too late waits again, at the end of the line.
import { createTask, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

function* getter(queue: Queue<string>) {
  say('got', yield* queue.get());
}

function* main() {
  const queue = new Queue<string>();
  for (const name of ['a', 'b']) {
    createTask(getter(queue), { name });
  }
  yield* sleep(1);
  queue.putNowait('first');
  say('takes it back:', queue.getNowait());
  yield* sleep(1);
  queue.putNowait('second');
  yield* sleep(1);
  queue.putNowait('third');
  yield* sleep(1);
  say('left:', queue.qsize());
}

run(main());
