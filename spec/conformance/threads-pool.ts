// A pool of two workers does two jobs at a time; the others wait until one is free.
// A job that waits can be cancelled; one that has begun is only not waited for any more.
import {
  blocking,
  CancelledError,
  createTask,
  type EventLoop,
  getRunningLoop,
  run,
  sleep,
  ThreadPoolExecutor,
  wait,
} from 'yieldstar';
import { say } from './say';

const done: string[] = [];

function* handOver(pool: ThreadPoolExecutor, name: string, seconds: number) {
  try {
    const job = blocking(seconds, () => done.push(name) && name);
    say('got', yield* (getRunningLoop() as EventLoop).runInExecutor(pool, job));
  } catch (error) {
    if (error instanceof CancelledError) say('is cancelled');
    throw error;
  }
}

function* main() {
  const pool = new ThreadPoolExecutor(2);
  const jobs: [string, number][] = [
    ['a', 3],
    ['b', 1],
    ['c', 1.5],
    ['d', 1],
    ['e', 1],
  ];
  const tasks = jobs.map(([name, seconds]) => createTask(handOver(pool, name, seconds), { name }));
  yield* sleep(0.5);
  tasks[0]?.cancel();
  tasks[3]?.cancel();
  yield* wait(tasks);
  say('done:', done);
  pool.shutdown();
  try {
    yield* handOver(pool, 'f', 1);
  } catch (error) {
    say(error);
  }
}

run(main());
