// A sleeping task is woken by the CancelledError in the next iteration, not at its deadline.
// It stays pending until it has had its say.
import { createTask, gather, run, sleep } from 'yieldstar';
import { say } from './say';

function* sleeper(seconds: number) {
  try {
    yield* sleep(seconds);
    say('slept well');
  } catch (error) {
    say('woken early');
    throw error;
  } finally {
    say('gets up');
  }
}

function* main() {
  const tasks = [1, 5, 9].map((n) => createTask(sleeper(n), { name: `sleeper-${n}` }));
  yield* sleep(3);
  for (const task of tasks) {
    say('cancels', task.getName(), task.cancel());
  }
  const done = tasks.map((task) => task.done());
  say('done:', done);
  const results = yield* gather(tasks, { returnExceptions: true });
  say('results:', results);
  const cancelled = tasks.map((task) => task.cancelled());
  say('cancelled:', cancelled);
}

run(main());
