// To cancel a task is to cancel the future that it awaits; others who await that one are cancelled with it.
// But only the first was asked to, as its count of requests tells.
import { createTask, currentTask, type Future, getRunningLoop, run, sleep, wait } from 'yieldstar';
import { say } from './say';

async function waitForIt(future: Future) {
  try {
    await future;
  } catch (error) {
    say('caught', error, '- asked:', currentTask()?.cancelling());
    throw error;
  }
}

async function main() {
  const future = getRunningLoop().createFuture();
  const one = createTask(waitForIt(future), { name: 'one' });
  const two = createTask(waitForIt(future), { name: 'two' });
  await sleep(1);
  one.cancel('enough');
  say('the future is cancelled at once:', future.cancelled(), one.cancelled());
  await wait([one, two]);
  say(one.cancelled(), two.cancelled());
}

run(main());
