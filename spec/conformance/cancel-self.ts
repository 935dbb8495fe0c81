// A task that cancels itself is interrupted where it waits next; if it never does, it ends cancelled.
// To await what is done is not to wait. An error is stronger than the request.
import { createTask, currentTask, getRunningLoop, run, sleep, ValueError, wait } from 'yieldstar';
import { say } from './say';

async function then(action: () => Promise<unknown>) {
  currentTask()?.cancel('by myself');
  try {
    return await action();
  } finally {
    say('leaves');
  }
}

async function awaits_what_is_done() {
  const future = getRunningLoop().createFuture<number>();
  future.setResult(1);
  say('got', await future);
  await sleep(0);
  say('never');
}

async function returns() {
  return 'lost';
}

async function fails() {
  throw new ValueError('stronger');
}

async function sleeps() {
  await sleep(60);
}

async function main() {
  for (const action of [awaits_what_is_done, returns, fails, sleeps]) {
    const task = createTask(then(action), { name: action.name });
    await wait([task]);
    try {
      say('result:', task.result());
    } catch (error) {
      say(task.cancelled(), error);
    }
  }
}

run(main());
