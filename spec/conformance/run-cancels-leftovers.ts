// When main ends, run cancels what is left and waits for it; what fails then is reported.
// The result is main's all the same.
import {
  createTask,
  type EventLoop,
  type ExceptionContext,
  getRunningLoop,
  run,
  sleep,
  type Task,
  ValueError,
} from 'yieldstar';
import { say } from './say';

async function forgotten(fails: boolean) {
  try {
    await sleep(60);
  } catch (error) {
    say('is cancelled');
    await sleep(2);
    say('is clean');
    if (fails) throw new ValueError('failed at the end');
    throw error;
  }
}

function report(_loop: EventLoop, context: ExceptionContext): void {
  say('reported:', context.message, context.exception, 'of', (context.task as Task).getName());
}

async function main(fails: boolean) {
  (getRunningLoop() as EventLoop).setExceptionHandler(report);
  createTask(forgotten(fails), { name: 'forgotten' });
  await sleep(1);
  if (fails) throw new TypeError('main failed');
  return 'the result';
}

say(run(main(false)));
try {
  run(main(true));
} catch (error) {
  say('came out:', error);
}
