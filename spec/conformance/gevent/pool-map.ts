// map gives results in order, imap as they come in order, imap_unordered as they come: so many at a time.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

function* work(n: number) {
  say('begins', n);
  yield* gevent.sleep(n);
  if (n === 5) throw new ValueError('five');
  return n * 10;
}

const pool = new gevent.Pool(2);
say('map', pool.map(work, [3, 1, 2]));
for (const result of pool.imap(work, [3, 1, 2])) say('imap', result);
for (const result of pool.imapUnordered(work, [3, 1, 2])) say('unordered', result);
for (const result of new gevent.Group().imapUnordered(work, [2, 1, 3, 4], { maxsize: 1 })) {
  say('bounded', result);
  gevent.sleep(2);
}
say('two iterables', [...new gevent.Group().imap((a: number, b: number) => a + b, [1, 2, 3], [10, 20])]);
try {
  pool.map(work, [1, 5, 2]);
} catch (error) {
  say('map', error, pool.length);
}
const results = pool.imap(work, [1, 5, 2]);
for (let i = 0; i < 3; i++) {
  try {
    say('imap', results.next().value);
  } catch (error) {
    say('imap', error);
  }
}
say('apply', pool.apply(work, [1]));
const inner = pool.spawn(() => pool.apply(work, [2]));
say('apply in the pool', inner.get(), pool.length);
const greenlet = pool.applyAsync(work, [1], (result) => say('callback', result));
say('async', greenlet.get());
pool.mapAsync(work, [1, 2], (results) => say('callback', results)).join();
