// joinall gives those that have ended, in the order in which they did: all, some, those within a time; or it
// throws.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

function* work(seconds: number) {
  yield* gevent.sleep(seconds);
  if (seconds === 2) throw new ValueError('two');
  return seconds;
}

function spawn() {
  return [3, 1, 2].map((seconds) => gevent.spawn(work, seconds));
}

function values(greenlets: gevent.Greenlet[]) {
  return greenlets.map((each) => each.value);
}

say('all', values(gevent.joinall(spawn())));
say('count', values(gevent.joinall(spawn(), null, false, 1)));
say('timeout', values(gevent.joinall(spawn(), 2.5)));
const greenlets = spawn();
try {
  gevent.joinall(greenlets, null, true);
} catch (error) {
  say(
    'raised',
    error,
    greenlets.map((each) => each.ready()),
  );
}
say('rest', values(gevent.joinall(greenlets)));
say('again', values(gevent.joinall(greenlets, 0)));
say('none', gevent.joinall([]));
say('no time', values(gevent.joinall(spawn(), 0)));
say('count is too high', values(gevent.joinall(spawn().slice(0, 2), null, false, 5)));
