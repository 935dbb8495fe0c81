// A timeout throws itself, or what it is given in its place; one given False ends its block, and says nothing.
// with_timeout gives another value instead.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

const { Timeout } = gevent;

function* within(timeout: gevent.Timeout, seconds: number) {
  try {
    yield* timeout.run(function* () {
      yield* gevent.sleep(seconds);
      say('in time');
    });
    say('after the block');
  } catch (error) {
    say('caught', error);
  }
}

function* nap(seconds: number, result = 'slept') {
  yield* gevent.sleep(seconds);
  return result;
}

const main = (timeout: gevent.Timeout, seconds: number) => gevent.withTimeout(null, within, timeout, seconds);

main(new Timeout(1), 2);
main(new Timeout(1, new ValueError('own')), 2);
main(new Timeout(1, ValueError), 2);
main(new Timeout(1, false), 2);
main(new Timeout(2, false), 1);
main(new Timeout(null), 1);
main(new Timeout(0), 1);
main(new Timeout(1), 1);
say(gevent.withTimeout(2, nap, 1));
say(gevent.withTimeout(1, nap, 2, { timeoutValue: 'late' }));
try {
  gevent.withTimeout(1, nap, 2);
} catch (error) {
  say(error);
}
const outer = Timeout.startNew(1);
try {
  gevent.withTimeout(3, nap, 2, { timeoutValue: 'late' });
} catch (error) {
  say(error === outer);
}
gevent.spawn(within, new Timeout(1, false), 2).join();
say(gevent.spawn(() => gevent.withTimeout(1, nap, 2, { timeoutValue: 'in a greenlet' })).get());
