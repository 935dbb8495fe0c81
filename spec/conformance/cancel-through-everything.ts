// One request, and the way it takes: through a timeout, a group, a gather, a shield and a wait with a limit.
// The shield is where it ends; what is behind goes on.
import {
  type AwaitableLike,
  asyncWith,
  createTask,
  gather,
  run,
  shield,
  sleep,
  type Task,
  TaskGroup,
  timeout,
  wait,
  waitFor,
} from 'yieldstar';
import { say } from './say';

async function work() {
  try {
    await sleep(5);
    return 'a result';
  } finally {
    say('leaves');
  }
}

async function layer<T>(text: string, awaitable: AwaitableLike<T>) {
  try {
    return await awaitable;
  } catch (error) {
    say(text, error);
    throw error;
  }
}

async function nest(inner: Task<string>) {
  const gathered = gather([layer('gathered', waitFor(work(), 60)), shield(inner)]);
  await asyncWith(timeout(60), () =>
    asyncWith(new TaskGroup(), async (group) => {
      group.createTask(layer('of the group', gathered), { name: 'of the group' });
      await layer('the body', sleep(60));
    }),
  );
}

async function main() {
  const inner = createTask(work(), { name: 'protected' });
  const task = createTask(layer('outermost', nest(inner)), { name: 'outermost' });
  await sleep(1);
  task.cancel('one request');
  await wait([task]);
  say('cancelled:', task.cancelled(), 'asked:', task.cancelling(), 'protected:', inner.cancelled());
  say('got', await inner);
}

run(main());
