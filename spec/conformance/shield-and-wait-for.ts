// With a shield inside, a wait runs out of time and the task goes on: ask again later.
// What fails behind a shield fails for who awaits it.
import { createTask, run, shield, sleep, ValueError, waitFor } from 'yieldstar';
import { say } from './say';

async function work() {
  await sleep(3);
  say('is done');
  return 'a result';
}

async function fail() {
  await sleep(1);
  throw new ValueError('failed');
}

async function main() {
  const task = createTask(work(), { name: 'worker' });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      say('got', await waitFor(shield(task), 1.25));
    } catch {
      say('not yet; cancelled:', task.cancelled());
    }
  }
  say('what is done needs no shield:', shield(task) === task);
  try {
    await shield(fail());
  } catch (error) {
    say('caught', error);
  }
}

run(main());
