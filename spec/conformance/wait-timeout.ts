// A wait that runs out of time says who is done; it cancels nobody and raises nothing.
// Cancelled, it leaves the tasks alone, too.
import { createTask, run, sleep, wait } from 'yieldstar';
import { say } from './say';

function* work(seconds: number) {
  yield* sleep(seconds);
  say('is done');
}

function* main() {
  const tasks = [1, 2, 3].map((n) => createTask(work(n), { name: `work-${n}` }));
  let [done, pending] = yield* wait(tasks, { timeout: 1.5 });
  say('done', done.size, 'pending', pending.size);
  [done, pending] = yield* wait(tasks, { timeout: 0 });
  say('done', done.size, 'pending', pending.size);

  const waiter = createTask(wait(tasks), { name: 'waiter' });
  yield* sleep(1);
  waiter.cancel();
  yield* wait([waiter]);
  const cancelled = tasks.map((task) => task.cancelled());
  say('cancelled:', waiter.cancelled(), cancelled);
  yield* wait(tasks);
}

run(main());
