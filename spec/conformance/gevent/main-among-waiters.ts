// Main is told in its turn, as any greenlet is: those who come after it go on when main waits again.
import { gevent } from 'yieldstar';
import { say } from './say';

function* waiter(name: string, event: gevent.Event) {
  yield* event.wait();
  say(name, 'goes on');
  yield* gevent.sleep(0);
  say(name, 'ends');
}

const event = new gevent.Event();
gevent.spawn(waiter, 'a', event);
gevent.spawn(waiter, 'b', event);
gevent.sleep(0);
gevent.spawn(waiter, 'c', event);
gevent.spawnLater(1, () => event.set());
event.wait();
say('main goes on');
gevent.spawn(say, 'spawned');
event.clear();
gevent.spawn(waiter, 'd', event);
event.rawlink(() => say('rawlink'));
gevent.sleep(0);
say('main again');
event.set();
say('main has set it', event.wait());
gevent.sleep(1);

const worker = gevent.spawn(gevent.sleep, 1);
for (const name of ['e', 'f']) {
  worker.link(() => say(name));
  if (name === 'e') worker.join();
  say('main after', name);
}
gevent.sleep(1);
