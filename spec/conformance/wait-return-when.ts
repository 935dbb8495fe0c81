// wait answers when all are done, or the first is, or the first has failed; it raises nothing itself.
// A task that was cancelled has not failed.
import {
  ALL_COMPLETED,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  getRunningLoop,
  run,
  sleep,
  type Task,
  ValueError,
  wait,
} from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  await sleep(seconds);
  return seconds;
}

async function fail(seconds: number) {
  await sleep(seconds);
  throw new ValueError('failed');
}

function names(tasks: Set<Task>): string[] {
  return [...tasks].map((task) => task.getName()).sort();
}

async function main() {
  for (const returnWhen of [FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED] as const) {
    const tasks: Task[] = [
      createTask(work(1), { name: 'cancelled' }),
      createTask(work(2), { name: 'quick' }),
      createTask(fail(3), { name: 'failing' }),
      createTask(work(4), { name: 'slow' }),
    ];
    getRunningLoop().callLater(0.5, () => tasks[0]?.cancel());
    say(returnWhen);
    let [done, pending] = await wait(tasks, { returnWhen });
    say('done:', names(done), 'pending:', names(pending));
    [done, pending] = await wait(tasks);
    say('done:', names(done), 'failed:', tasks[2]?.exception());
  }
}

run(main());
