// A semaphore serves those who wait in their order; but who comes when there is a permit takes it, before those
// are told.
import { gevent } from 'yieldstar';
import { say } from './say';

const semaphore = new gevent.Semaphore(2);

function* user(name: string, seconds: number, timeout?: number) {
  const taken = yield* semaphore.acquire(true, timeout);
  say(name, taken, semaphore.counter, semaphore.locked());
  if (taken) {
    yield* gevent.sleep(seconds);
    say(name, 'releases', semaphore.release());
  }
}

function* watcher(name: string) {
  say(name, yield* semaphore.wait());
}

const jobs = [
  ['a', 2],
  ['b', 1],
  ['c', 1],
  ['d', 0],
] as const;
const greenlets = jobs.map(([name, seconds]) => gevent.spawn(user, name, seconds));
greenlets.push(gevent.spawn(user, 'e', 1, 0.5));
greenlets.push(gevent.spawn(watcher, 'watcher'));
gevent.sleep(0);
say('main', semaphore.acquire(false), semaphore.acquire(true, 0.25), semaphore.wait(0));
const killed = gevent.spawn(user, 'killed', 1);
gevent.sleep(0);
killed.kill();
gevent.withTimeout(null, user, 'main', 1);
gevent.joinall(greenlets);
for (let i = 0; i < 2; i++) semaphore.release();
say('main', semaphore.acquire(), semaphore.counter, semaphore.wait());
const bounded = new gevent.BoundedSemaphore(1);
bounded.acquire();
bounded.release();
try {
  bounded.release();
} catch (error) {
  say(error);
}
const lock = new gevent.RLock();

function* locker(name: string) {
  yield* lock.acquire();
  yield* lock.acquire();
  yield* gevent.sleep(1);
  lock.release();
  say(name, 'has it still', yield* lock.acquire(false));
  lock.release();
  lock.release();
}

gevent.joinall([gevent.spawn(locker, 'f'), gevent.spawn(locker, 'g')]);
