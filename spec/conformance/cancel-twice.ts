// Two requests before the task runs again are one CancelledError, but they are counted.
import { createTask, currentTask, run, sleep } from 'yieldstar';
import { say } from './say';

async function work() {
  for (const seconds of [10, 20, 30]) {
    try {
      await sleep(seconds);
      say('slept', seconds);
    } catch {
      say('interrupted; asked so far:', currentTask()?.cancelling());
    }
  }
}

async function main() {
  const task = createTask(work(), { name: 'worker' });
  await sleep(1);
  say(task.cancel(), task.cancel(), task.cancel());
  await sleep(1);
  say(task.cancel());
  await sleep(0);
  say(task.cancel());
  await task;
  say('ended; cancelled:', task.cancelled());
}

run(main());
