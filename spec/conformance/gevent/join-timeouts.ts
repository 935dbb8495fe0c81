// To join waits for an end, but not longer than it is told to; it tells nothing, and throws nothing that is the
// greenlet's.
import { gevent } from 'yieldstar';
import { say } from './say';

class KeyError extends Error {}

function* work(seconds: number) {
  yield* gevent.sleep(seconds);
  say('worked', seconds);
  if (seconds === 3) throw new KeyError("'three'");
}

function* joiner(name: string, greenlet: gevent.Greenlet, timeout: number | null) {
  yield* greenlet.join(timeout);
  say(name, 'joined', greenlet.ready());
}

const two = gevent.spawn(work, 2);
const three = gevent.spawn(work, 3);
gevent.spawn(joiner, 'a', two, null);
gevent.spawn(joiner, 'b', two, 1);
gevent.spawn(joiner, 'c', two, 2);
gevent.spawn(joiner, 'd', three, 0);
two.join(0);
say('main', two.ready());
two.join(1.5);
say('main', two.ready());
two.join();
say('main', two.ready());
three.join();
say('main', three.ready(), three.exception);
three.join();
two.join(0);
gevent.sleep(0);
