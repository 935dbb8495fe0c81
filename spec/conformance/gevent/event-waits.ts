// An event wakes all who wait, even if it is cleared before they run; who waits too long is told so; who comes
// late waits his turn.
import { gevent } from 'yieldstar';
import { say } from './say';

const event = new gevent.Event();

function* waiter(name: string, timeout?: number) {
  say(name, yield* event.wait(timeout), event.isSet());
}

function* pulse() {
  yield* gevent.sleep(1);
  say('pulse');
  event.set();
  event.clear();
  yield* gevent.sleep(1);
  say('set');
  event.set();
  yield* waiter('setter');
  yield* waiter('setter again');
}

function wait(timeout?: number) {
  say('main', event.wait(timeout), event.isSet());
}

gevent.spawn(waiter, 'a');
gevent.spawn(waiter, 'b', 0.5);
gevent.spawn(waiter, 'c', 1);
gevent.spawn(pulse);
wait(0);
wait(1.5);
gevent.spawn(waiter, 'd');
gevent.spawn(waiter, 'e', 0.25);
const killed = gevent.spawn(waiter, 'killed');
gevent.sleep(0.25);
killed.kill();
wait();
say(event.ready(), event.isSet(), event.linkcount());
event.clear();
wait(1);
gevent.sleep(1);
