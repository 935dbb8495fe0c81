// While a group cancels its tasks, it takes no more; when none has failed, those that are left may start others.
import { asyncWith, run, sleep, TaskGroup, ValueError } from 'yieldstar';
import { say } from './say';

async function fail() {
  await sleep(1);
  throw new ValueError('failed');
}

async function latecomer(group: TaskGroup, seconds: number) {
  try {
    await sleep(seconds);
  } finally {
    const coro = sleep(1, 'late');
    try {
      say('started', await group.createTask(coro));
    } catch (error) {
      say(error);
      coro.close();
    }
  }
}

async function main() {
  await asyncWith(new TaskGroup(), async (group) => {
    group.createTask(latecomer(group, 2), { name: 'latecomer' });
  });
  const group = new TaskGroup();
  try {
    await asyncWith(group, async () => {
      group.createTask(latecomer(group, 60), { name: 'latecomer' });
      group.createTask(fail());
    });
  } catch (errors) {
    say('caught', errors);
  }
  say(group);
}

run(main());
