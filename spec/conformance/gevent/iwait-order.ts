// iwait gives each as it becomes ready, and what has become so while nobody asked without waiting.
// wait without anything to wait for lets all run to their end.
import { gevent } from 'yieldstar';
import { say } from './say';

function* work(name: string, seconds: number) {
  yield* gevent.sleep(seconds);
  return name;
}

const greenlets = (
  [
    ['c', 3],
    ['a', 1],
    ['b', 2],
  ] as const
).map(([name, seconds]) => gevent.spawn(work, name, seconds));
for (const greenlet of gevent.iwait(greenlets)) {
  say('first', greenlet.value);
  gevent.sleep(1.5);
}

const event = new gevent.Event();
const result = new gevent.AsyncResult<string>();
const slow = gevent.spawn(work, 'slow', 4);
gevent.spawnLater(1, () => result.set('result'));
gevent.spawnLater(2, () => event.set());
for (const ready of gevent.iwait<gevent.Linkable>([slow, event, result], 3)) say('second', ready.constructor.name);
say('after the timeout', slow.ready());

function* waiter() {
  for (const count of [1, null]) {
    const ready: { value: unknown }[] = yield* gevent.wait([slow, result], null, count);
    say(
      'in a greenlet',
      ready.map((each) => each.value),
    );
  }
}

gevent.spawn(waiter);
say('main waits', gevent.wait(null, 0.5));
gevent.spawn(gevent.sleep, 10);
say('main waits', gevent.wait());
say('nothing left', gevent.wait(), gevent.wait(null, 1));
