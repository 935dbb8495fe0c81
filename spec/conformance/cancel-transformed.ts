// What leaves the task is how it ends: an error raised while cleaning up takes the cancellation's place.
// And a CancelledError that nobody asked for makes a cancelled task all the same.
import { CancelledError, createTask, run, sleep, ValueError, wait } from 'yieldstar';
import { say } from './say';

async function failsToCleanUp() {
  try {
    await sleep(60);
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: this is what it shows
    throw new ValueError('while cleaning up');
  }
}

async function translates() {
  try {
    await sleep(60);
    return 'slept';
  } catch {
    return 'a result instead';
  }
}

async function givesUp() {
  await sleep(0.5);
  throw new CancelledError('nobody asked');
}

async function main() {
  const coros = [failsToCleanUp(), translates(), givesUp()];
  const tasks = coros.map((coro) => createTask<unknown>(coro));
  await sleep(1);
  const accepted = tasks.map((task) => task.cancel());
  say('accepted:', accepted);
  await wait(tasks);
  for (const task of tasks) {
    try {
      say(task.getName(), task.cancelled(), task.result());
    } catch (error) {
      say(task.getName(), task.cancelled(), error, '- asked:', task.cancelling());
    }
  }
}

run(main());
