// Of timeouts that are one around the other the first that is due is thrown, whoever catches it; the others stay
// pending.
import { gevent } from 'yieldstar';
import { say } from './say';

const { Timeout } = gevent;

function* nap(name: string, ...timeouts: number[]) {
  const timers = timeouts.map((seconds) => new Timeout(seconds));
  for (const timer of timers) timer.start();
  try {
    yield* gevent.sleep(2);
    say(name, 'slept');
  } catch (error) {
    say(
      name,
      error,
      error === timers[0],
      timers.map((timer) => timer.pending),
    );
    try {
      yield* gevent.sleep(3);
    } catch (another) {
      say(name, another, another === error);
    }
  } finally {
    for (const timer of timers) timer.cancel();
  }
  say(
    name,
    timers.map((timer) => timer.pending),
  );
}

function within(seconds: number, inner: number) {
  try {
    new Timeout(seconds).run(() => new Timeout(inner).run(() => gevent.sleep(4)));
  } catch (error) {
    say(seconds, inner, error);
  }
}

const greenlets = [gevent.spawn(nap, 'a', 1, 3), gevent.spawn(nap, 'b', 3, 1), gevent.spawn(nap, 'c', 5)];
new Timeout().run(() => nap('main', 1, 1));
gevent.joinall(greenlets);
within(1, 3);
within(3, 1);
gevent.sleep(10);
const again = Timeout.startNew(1);
again.cancel();
Timeout.startNew(again);
try {
  gevent.sleep(5);
} catch (error) {
  say(error === again, again.pending, again.seconds);
}
const errors = [new Timeout(1), new Timeout(2.5), new Timeout(2, false), new Timeout(2, 'too late')];
say(new Timeout().message, ...errors, new Timeout(2, new Error('own')));
