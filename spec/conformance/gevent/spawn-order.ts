// A greenlet begins when main waits, after all that was spawned before it; one that is spawned by another comes
// after those.
// To sleep for no time lets all others have their turn; a timer has its turn when none of them wants one.
import { gevent } from 'yieldstar';
import { say } from './say';

function* turns(name: string, count: number) {
  for (let i = 0; i < count; i++) {
    say(name, i);
    yield* gevent.sleep(0);
  }
  say(name, 'ends');
}

function* parent() {
  say('parent');
  gevent.spawn(turns, 'child', 2);
  yield* gevent.sleep();
  say('parent again');
}

function late(seconds: number) {
  say('late', seconds);
}

gevent.spawnLater(0, late, 0);
gevent.spawnLater(1, late, 1);
const a = gevent.spawn(turns, 'a', 3);
const p = gevent.spawn(parent);
gevent.spawn(turns, 'b', 2);
say('main', a.started, a.ready(), a.dead);
gevent.sleep(0);
say('main again', a.started, a.ready(), p.ready());
gevent.sleep(2);
say('main', a.started, a.ready(), a.dead, a.value);
