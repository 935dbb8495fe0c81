// A pool has room for so many: to spawn one more is to wait, or to be told that it is full.
import { gevent } from 'yieldstar';
import { say } from './say';

const pool = new gevent.Pool(2);

function* work(name: string, seconds: number) {
  say(name, 'begins', pool.length, pool.freeCount());
  yield* gevent.sleep(seconds);
  say(name, 'ends');
  return name;
}

function* spawner() {
  yield* pool.spawn(work, 'from a greenlet', 1);
  say('spawner is done');
}

say(pool.size, pool.full(), pool.freeCount(), pool.waitAvailable());
for (const [name, seconds] of [
  ['a', 2],
  ['b', 1],
  ['c', 1],
  ['d', 3],
  ['e', 2],
] as const) {
  const greenlet = pool.spawn(work, name, seconds);
  say('spawned', name, pool.has(greenlet), pool.full());
}
gevent.spawn(spawner);
const extra = new gevent.Greenlet(work, 'extra', 1);
for (const [blocking, timeout] of [
  [false, null],
  [true, 0.25],
] as const) {
  try {
    pool.add(extra, blocking, timeout);
  } catch (error) {
    say(error, pool.has(extra));
  }
}
say(pool.join(0.25), pool.length);
say(pool.waitAvailable(), pool.length);
say(pool.join(), pool.length, extra.started);
pool.spawn(work, 'killed', 10);
gevent.sleep(0);
pool.kill();
say(pool.length, pool.freeCount(), pool.join());
try {
  new gevent.Pool(-1);
} catch (error) {
  say(error);
}
