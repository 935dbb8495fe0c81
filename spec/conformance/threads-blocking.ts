// A blocking call stops the world; in a thread it stops nobody.
// It sees the context variables of whoever handed it over, and what it sets, only itself.
import {
  blocking,
  ContextVar,
  createTask,
  type EventLoop,
  getRunningLoop,
  run,
  sleep,
  ThreadPoolExecutor,
  toThread,
  ValueError,
} from 'yieldstar';
import { say } from './say';

const user = new ContextVar('user', { default: 'nobody' });

function lookUp(name: string): string {
  const before = user.get();
  user.set(name);
  if (name === 'nobody') throw new ValueError('no such page');
  return `${name}, asked for by ${before}`;
}

async function tick(count: number) {
  for (let n = 0; n < count; n++) {
    await sleep(1);
    say('tick', n);
  }
}

async function main() {
  (getRunningLoop() as EventLoop).setDefaultExecutor(new ThreadPoolExecutor(4));
  const read = blocking(2.5, lookUp);
  const ticker = createTask(tick(6), { name: 'ticker' });
  user.set('main');
  say('got', await toThread(read, 'page 1'));
  say('got', read('page 2'));
  say('is', user.get());
  try {
    await toThread(read, 'nobody');
  } catch (error) {
    say('caught', error);
  }
  await ticker;
}

run(main());
