// A greenlet with a timeout that is killed, one whose timeout is never cancelled, and one that catches what it
// should not.
import { gevent } from 'yieldstar';
import { say } from './say';

const { Timeout } = gevent;

function* careful(name: string) {
  yield* new Timeout(2).run(function* (timeout) {
    try {
      yield* gevent.sleep(10);
    } finally {
      say(name, 'leaves', timeout.pending);
    }
  });
}

function* careless(name: string) {
  Timeout.startNew(2);
  yield* gevent.sleep(1);
  say(name, 'ends');
}

function* greedy(name: string) {
  yield* new Timeout(1).run(function* () {
    try {
      yield* gevent.sleep(10);
    } catch (error) {
      say(name, 'swallows', error);
    }
    yield* gevent.sleep(1);
  });
  say(name, 'goes on');
}

const a = gevent.spawn(careful, 'a');
const b = gevent.spawn(careless, 'b');
const c = gevent.spawn(greedy, 'c');
const d = gevent.spawn(careful, 'd');
gevent.sleep(0.5);
a.kill();
say('a', a.successful(), a.exception);
gevent.joinall([b, c]);
say('b', b.successful(), 'c', c.successful());
try {
  d.get();
} catch (error) {
  say('d', error, d.exception === error, d.successful());
}
try {
  gevent.spawn(careful, 'e').get(true, 1);
} catch (error) {
  say('main', error);
}
gevent.sleep(5);
