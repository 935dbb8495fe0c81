// A timeout around a group cancels it; one inside a task of the group is that task's error.
import { asyncWith, currentTask, run, sleep, TaskGroup, timeout } from 'yieldstar';
import { say } from './say';

async function work(seconds: number, limit: number | null) {
  try {
    await asyncWith(timeout(limit), async () => {
      await sleep(seconds);
      say('is done');
    });
  } catch (error) {
    if (limit === null) say('is cancelled');
    throw error;
  }
}

async function main() {
  try {
    await asyncWith(timeout(2), () =>
      asyncWith(new TaskGroup(), async (group) => {
        group.createTask(work(1, null), { name: 'quick' });
        group.createTask(work(60, null), { name: 'slow' });
      }),
    );
  } catch (error) {
    say('raised', error, '- asked:', currentTask()?.cancelling());
  }

  try {
    await asyncWith(timeout(10), () =>
      asyncWith(new TaskGroup(), async (group) => {
        group.createTask(work(60, null), { name: 'slow' });
        group.createTask(work(60, 1), { name: 'limited' });
      }),
    );
  } catch (errors) {
    say('raised', errors, '- asked:', currentTask()?.cancelling());
  }
}

run(main());
