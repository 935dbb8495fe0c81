// A task that has declined a request can still be timed out: only requests that come inside the timeout count.
import { asyncWith, createTask, currentTask, run, sleep, timeout } from 'yieldstar';
import { say } from './say';

async function limited(seconds: number) {
  const scope = timeout(1);
  try {
    await asyncWith(scope, async () => {
      await sleep(seconds);
    });
  } catch (error) {
    say('raised', error, '- expired:', scope.expired(), 'asked:', currentTask()?.cancelling());
  }
}

async function stubborn() {
  try {
    await sleep(60);
  } catch {
    say('declines; asked:', currentTask()?.cancelling());
  }
  await limited(5);
  await limited(0.5);
  await limited(5);
}

async function main() {
  const task = createTask(stubborn(), { name: 'stubborn' });
  await sleep(1);
  task.cancel();
  await sleep(2);
  task.cancel();
  await task;
  say('cancelled:', task.cancelled(), 'asked:', task.cancelling());
}

run(main());
