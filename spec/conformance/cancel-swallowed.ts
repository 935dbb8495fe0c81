// A task that catches its CancelledError and goes on has declined; it is not asked again.
// Its end is then like any other.
import { createTask, run, sleep } from 'yieldstar';
import { say } from './say';

async function stubborn() {
  for (const attempt of [1, 2]) {
    try {
      await sleep(10);
    } catch (error) {
      say('declines', attempt, error);
    }
  }
  await sleep(1);
  return 'done all the same';
}

async function main() {
  const task = createTask(stubborn(), { name: 'stubborn' });
  await sleep(1);
  task.cancel('please');
  await sleep(1);
  task.cancel('now');
  say('result:', await task);
  say('cancelled:', task.cancelled(), 'asked:', task.cancelling(), 'accepted:', task.cancel());
}

run(main());
