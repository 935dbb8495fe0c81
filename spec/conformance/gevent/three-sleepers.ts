// Three greenlets sleep at the same time, and come back in the order in which their time is up.
import { gevent } from 'yieldstar';
import { say } from './say';

function* sleeper(n: number, seconds: number) {
  say(`in func${n}`);
  yield* gevent.sleep(seconds);
  say(`back func${n}`);
}

gevent.joinall([gevent.spawn(sleeper, 1, 2), gevent.spawn(sleeper, 3, 5), gevent.spawn(sleeper, 2, 4)]);
say('all are back');
