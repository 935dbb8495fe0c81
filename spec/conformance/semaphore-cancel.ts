// A place that was given to a task which is then cancelled goes to the next in line.
// One who is cancelled while in line just leaves it.
import { createTask, run, Semaphore, sleep } from 'yieldstar';
import { say } from './say';

function* worker(semaphore: Semaphore) {
  try {
    yield* semaphore.acquire();
    say('enters');
  } catch (error) {
    say('is cancelled; none left:', semaphore.locked());
    throw error;
  }
}

function* main() {
  const semaphore = new Semaphore(0);
  const tasks = [1, 2, 3, 4].map((n) => createTask(worker(semaphore), { name: `worker-${n}` }));
  yield* sleep(1);
  tasks[1]?.cancel();
  yield* sleep(1);
  semaphore.release();
  say('a place is free, and given away:', semaphore.locked());
  tasks[0]?.cancel();
  yield* sleep(1);
  semaphore.release();
  semaphore.release();
  yield* sleep(1);
  const cancelled = tasks.map((task) => task.cancelled());
  say('cancelled:', cancelled, 'none left:', semaphore.locked());
}

run(main());
