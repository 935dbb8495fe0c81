// Eager tasks nest like calls; who is current, and which context, is put back when one waits.
// One that fails at once is a failed task, not an error of who made it.
import {
  allTasks,
  ContextVar,
  createTask,
  currentTask,
  type EventLoop,
  eagerTaskFactory,
  getRunningLoop,
  run,
  sleep,
  ValueError,
} from 'yieldstar';
import { say } from './say';

const level = new ContextVar('level', { default: 0 });

async function nest(depth: number) {
  currentTask()?.setName(`depth-${depth}`);
  level.set(depth);
  if (depth < 3) {
    const task = createTask(nest(depth + 1), { name: `depth-${depth + 1}` });
    say('is back at level', level.get(), '- inner is done:', task.done());
    await task;
  } else {
    await sleep(0);
  }
  say('ends at level', level.get());
}

async function fail() {
  throw new ValueError('at once');
}

async function cancelMyself() {
  currentTask()?.cancel('at once');
}

async function main() {
  (getRunningLoop() as EventLoop).setTaskFactory(eagerTaskFactory);
  await nest(1);
  currentTask()?.setName('main');
  const failing = createTask(fail(), { name: 'failing' });
  say('failed:', failing.exception(), '- tasks:', allTasks().size);
  const cancelled = createTask(cancelMyself(), { name: 'cancelled' });
  say('cancelled:', cancelled.cancelled());
  const task = createTask(nest(3), { name: 'depth-3' });
  task.cancel('while it waits');
  try {
    await task;
  } catch (error) {
    say('caught', error);
  }
}

run(main());
