// A task of a group may be cancelled alone: that is no error, and the others go on.
// The same goes for a body that cancels what it started.
import { asyncWith, run, sleep, TaskGroup } from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  try {
    await sleep(seconds);
    say('is done');
  } catch (error) {
    say('caught', error);
    throw error;
  }
}

async function main() {
  const tasks = await asyncWith(new TaskGroup(), async (group) => {
    const one = group.createTask(work(5), { name: 'one' });
    const two = group.createTask(work(3), { name: 'two' });
    const three = group.createTask(work(5), { name: 'three' });
    three.cancel('before it began');
    await sleep(1);
    one.cancel('not needed');
    say('the body ends');
    return [one, two, three];
  });
  const cancelled = tasks.map((task) => task.cancelled());
  say('the group ends', cancelled);
}

run(main());
