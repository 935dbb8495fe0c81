// To cancel who awaits a gather is to cancel all of its children.
// The waiting ends with the first of them, unless errors are results: then with the last.
import { createTask, gather, run, sleep, wait } from 'yieldstar';
import { say } from './say';

async function child(cleanup: number) {
  try {
    await sleep(60);
  } catch (error) {
    say('caught', error);
    await sleep(cleanup);
    say('is clean');
    throw error;
  }
}

async function parent(returnExceptions: boolean) {
  const children = gather([child(1), child(2)], { returnExceptions });
  try {
    say(await children);
  } catch (error) {
    say('ended with', error, '- done:', children.done(), 'cancelled:', children.cancelled());
    throw error;
  }
}

async function main() {
  for (const returnExceptions of [false, true]) {
    const task = createTask(parent(returnExceptions), { name: 'parent' });
    await sleep(1);
    task.cancel('stop');
    await wait([task]);
    say('cancelled:', task.cancelled());
    await sleep(3);
  }
}

run(main());
