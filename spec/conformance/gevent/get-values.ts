// What a greenlet returns, or throws, is for whoever gets it, as often as he likes.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

function* add(a: number, b: number) {
  yield* gevent.sleep(a);
  return a + b;
}

function* fail(text: string) {
  yield* gevent.sleep(1);
  throw new ValueError(text);
}

function* asker(greenlet: gevent.Greenlet) {
  try {
    say('asker got', yield* greenlet.get());
  } catch (error) {
    say('asker caught', error);
  }
}

const sum = gevent.spawn(add, 2, 3);
const bad = gevent.spawn(fail, 'no');
const askers = [gevent.spawn(asker, sum), gevent.spawn(asker, bad)];
for (const [block, timeout] of [
  [false, null],
  [true, 1.5],
] as const) {
  try {
    sum.get(block, timeout);
  } catch (error) {
    say(error);
  }
}
say(sum.get(), sum.value, sum.successful(), sum.exception);
try {
  bad.get();
} catch (error) {
  say('main caught', error, bad.exception === error);
}
say(bad.value, bad.successful(), bad.ready(), bad.dead);
gevent.joinall(askers);
say(sum.get(false));
