// What is no coroutine is refused, also where awaitables are wanted, and a list of none.
import {
  type AwaitableLike,
  asCompleted,
  createTask,
  ensureFuture,
  gather,
  run,
  sleep,
  wait,
  waitFor,
} from 'yieldstar';
import { say } from './say';

async function work() {}

async function attempt(action: () => AwaitableLike<unknown>) {
  try {
    const result = action();
    say('gave', await result);
  } catch (error) {
    say(error);
  }
}

async function main() {
  await attempt(() => gather([5 as never]));
  await attempt(() => ensureFuture(5 as never));
  await attempt(() => waitFor(5 as never, 0));
  await attempt(() => wait([]));
  await attempt(() => wait([createTask(work())], { returnWhen: 'NEVER' as never }));
  await attempt(() => wait(createTask(work()) as never));
  await attempt(() => asCompleted(createTask(work()) as never) as never);
  await attempt(() => sleep(Number.NaN));
}

run(main());
try {
  createTask(null as never);
} catch (error) {
  say(error);
}
