// time.sleep stops the world until it is patched, and from then on switches, in main as in greenlets.
import { gevent, repr, time } from 'yieldstar';
import { say } from './say';

function* nap(name: string, seconds: number) {
  yield* time.sleep(seconds);
  say(name, 'napped for', seconds);
}

function* tick() {
  for (const n of [0, 1, 2]) {
    yield* gevent.sleep(1);
    say('tick', n);
  }
}

function everybody() {
  const greenlets = [gevent.spawn(tick), gevent.spawn(nap, 'ann', 2), gevent.spawn(nap, 'bob', 1)];
  time.sleep(1.5);
  say('main napped');
  gevent.joinall(greenlets);
  say('all are done');
}

say('the world stands still:');
everybody();

gevent.monkey.patchAll();
say('patched:');
everybody();

const greenlet = gevent.spawn(say, 'in between');
time.sleep(0);
say('a nap of no time gives way', greenlet.ready());
try {
  new gevent.Timeout(1).run(() => time.sleep(5));
} catch (error) {
  say('a nap can be ended by a', error);
}
const sleeper = gevent.spawn(nap, 'cat', 5);
gevent.sleep(1);
sleeper.kill();
say('and by kill', repr(sleeper.value));
