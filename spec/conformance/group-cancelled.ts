// A cancellation from outside cancels the tasks of the group, then comes out of it, with its message.
// If tasks fail meanwhile, their errors come first, and the request is made again.
import { asyncWith, createTask, currentTask, run, sleep, TaskGroup, ValueError, wait } from 'yieldstar';
import { say } from './say';

async function sleeper(error: Error | undefined) {
  try {
    await sleep(60);
  } catch (request) {
    say('is cancelled:', request);
    await sleep(1);
    throw error ?? request;
  }
}

async function parent(error: Error | undefined) {
  try {
    await asyncWith(new TaskGroup(), async (group) => {
      group.createTask(sleeper(error), { name: 'sleeper' });
      say('the body ends');
    });
  } catch (caught) {
    say('caught', caught, '- asked:', currentTask()?.cancelling());
    if (error === undefined) throw caught;
  }
  await sleep(1);
  say('never');
}

async function main() {
  for (const error of [undefined, new ValueError('failed')]) {
    const task = createTask(parent(error), { name: 'parent' });
    await sleep(1);
    task.cancel('from outside');
    await wait([task]);
    say('cancelled:', task.cancelled());
  }
}

run(main());
