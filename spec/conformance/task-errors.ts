// An error ends the task; whoever awaits it gets the error, and whoever asks for it.
// A task's result cannot be set from outside.
import { createTask, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

async function fail() {
  await sleep(1);
  throw new ValueError('broken');
}

function attempt(action: () => unknown): void {
  try {
    say(action());
  } catch (error) {
    say(error);
  }
}

async function main() {
  const task = createTask(fail());
  attempt(() => task.result());
  attempt(() => task.setResult(1 as never));
  attempt(() => task.setException(new ValueError('no')));
  try {
    await task;
  } catch (error) {
    say('awaited it, and caught', error);
    say('the same error:', error === task.exception());
  }
  attempt(() => task.result());
  say(task.done(), task.cancelled(), task.cancel());
  try {
    await (5 as never);
  } catch (error) {
    if (error instanceof TypeError) say('what cannot be awaited is a TypeError');
  }
}

run(main());
