// A greenlet that is to be started later may be joined, killed before, or started only once.
import { gevent } from 'yieldstar';
import { say } from './say';

function* work(name: string) {
  say(name, 'begins');
  yield* gevent.sleep(1);
  return name;
}

const first = gevent.spawnLater(2, work, 'first');
const second = gevent.spawnLater(1, work, 'second');
const third = new gevent.Greenlet(work, 'third');
say(third.started, third.ready(), third.dead);
third.start();
third.startLater(5);
say(third.started, first.started, first.ready());
const killed = gevent.spawnLater(1, work, 'killed');
gevent.sleep(0.5);
killed.kill();
say('killed:', killed.dead, killed.ready(), killed.successful(), (killed.value as unknown as Error).name);
gevent.joinall([first, second, third]);
say(first.get(), second.value, third.value);
third.start();
say(third.ready(), third.started);
