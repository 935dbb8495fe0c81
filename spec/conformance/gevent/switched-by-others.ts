// Who waits, and is switched to by somebody else than it waits for, is thrown InvalidSwitchError; but
// not where it only gives way.
import { gevent } from 'yieldstar';
import { say } from './say';

const full = new gevent.Queue(1, ['an item']);

function* waiting(name: string, wait: () => Iterable<unknown>) {
  try {
    say(name, 'got', yield* wait());
  } catch (error) {
    if (!(error instanceof gevent.InvalidSwitchError)) throw error;
    say(name, 'was not to be switched to');
  }
}

function endOfAnother() {
  const another = gevent.spawn(gevent.sleep, 10);
  return another.join();
}

const ways: [string, () => Iterable<unknown>][] = [
  ['sleep', () => gevent.sleep(5)],
  ['give way', () => gevent.sleep(0)],
  ['get', () => new gevent.Queue().get()],
  ['put', () => full.put('another')],
  ['event', () => new gevent.Event().wait()],
  ['result', () => new gevent.AsyncResult().get()],
  ['semaphore', () => new gevent.Semaphore(0).acquire()],
  ['join', endOfAnother],
];
for (const [name, wait] of ways) {
  const greenlet = gevent.spawn(waiting, name, wait);
  const switcher = gevent.spawn(() => greenlet.switch('a value'));
  gevent.sleep(1);
  say('ended:', greenlet.dead, switcher.dead);
  gevent.killall([greenlet, switcher]);
}
say('left in the queue:', full.get());
