// With no time left, only what is done can be waited for; a coroutine does not even begin.
import {
  type AwaitableLike,
  createTask,
  type Future,
  getRunningLoop,
  run,
  sleep,
  ValueError,
  waitFor,
} from 'yieldstar';
import { say } from './say';

async function work(name: string) {
  try {
    say(name, 'begins');
    await sleep(1);
    return 'a result';
  } finally {
    say(name, 'ends');
  }
}

async function attempt(name: string, awaitable: AwaitableLike<string>, timeout: number) {
  try {
    say(name, 'gave', await waitFor(awaitable, timeout));
  } catch (error) {
    say(name, 'raised', error);
  }
}

async function main() {
  const loop = getRunningLoop();
  const [done, failed, pending] = [1, 2, 3].map(() => loop.createFuture<string>()) as [
    Future<string>,
    Future<string>,
    Future<string>,
  ];
  done.setResult('a result');
  failed.setException(new ValueError('failed'));
  await attempt('a future that is done', done, 0);
  await attempt('a future that failed', failed, -1);
  await attempt('a pending future', pending, 0);
  say('which is cancelled:', pending.cancelled());
  await attempt('a coroutine', work('it'), 0);
  const task = createTask(work('a task'), { name: 'worker' });
  await sleep(0);
  await attempt('a task', task, 0);
  await attempt('a coroutine with time', work('it'), 1.5);
}

run(main());
