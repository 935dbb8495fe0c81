// A group is joined, or killed, as one; a greenlet that ends, or is taken out, is of it no more.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

function* work(name: string, seconds: number, stubborn = false) {
  try {
    yield* gevent.sleep(seconds);
    if (seconds === 2) throw new ValueError(name);
  } catch (error) {
    if (!(error instanceof gevent.GreenletExit)) throw error;
    say(name, 'is to end');
    if (!stubborn) throw error;
    yield* gevent.sleep(1);
    group.spawn(work, 'another', 10);
  }
  say(name, 'ends');
}

const group: gevent.Group = new gevent.Group();
const a = group.spawn(work, 'a', 1);
group.spawn(work, 'b', 2);
const outside = new gevent.Greenlet(work, 'outside', 1);
group.start(outside);
say(group.length, group.has(a), group.join(0.5));
group.discard(outside);
say(group.length, group.has(outside));
try {
  group.join(null, true);
} catch (error) {
  say('raised', error, group.length);
}
group.spawn(work, 'c', 10, true);
gevent.sleep(1);
group.killone(gevent.spawn(work, 'not of it', 0));
group.kill(gevent.GreenletExit, true, 0.5);
say('after the timeout', group.length);
group.kill();
say('killed', group.length, group.join());
group.spawn(work, 'f', 10);
gevent.sleep(0);
group.kill(gevent.GreenletExit, false);
say('not waited for', group.length);
gevent.sleep(0);
say('later', group.length);
