// Cleaning up may take its time; a second request interrupts it.
// The first finally is then left by the second CancelledError.
import { createTask, run, sleep } from 'yieldstar';
import { say } from './say';

async function work() {
  try {
    await sleep(60);
  } finally {
    say('cleaning up, which takes 2 seconds');
    try {
      await sleep(2);
      say('clean');
    } finally {
      say('leaves');
    }
  }
}

async function main() {
  const patient = createTask(work(), { name: 'patient' });
  const hurried = createTask(work(), { name: 'hurried' });
  await sleep(1);
  patient.cancel('first');
  hurried.cancel('first');
  await sleep(1);
  hurried.cancel('second');
  for (const task of [hurried, patient]) {
    try {
      await task;
    } catch (error) {
      say(task.getName(), 'ended with', error, '- asked', task.cancelling());
    }
  }
}

run(main());
