/*
 * gevent's queue: a bounded one makes its producer wait, an empty one its consumers.
 *
 * The boss puts more than fits, and has to wait, until a worker takes something out. The workers
 * go home when for a second there was nothing to do.
 */

import { gevent } from 'yieldstar';

const say = (text: string): void => console.log(`${gevent.getHub().loop.time()}s  ${text}`);

const tasks = new gevent.Queue<number>(3);

function* worker(name: string, seconds: number) {
  try {
    for (;;) {
      const task = yield* tasks.get({ timeout: 1 });
      say(`${name} got task ${task}`);
      yield* gevent.sleep(seconds);
    }
  } catch (error) {
    if (!(error instanceof gevent.Empty)) throw error;
    say(`${name} goes home`);
  }
}

function* boss() {
  for (let n = 1; n <= 9; n++) {
    if (tasks.full()) say(`boss has to wait with task ${n}`);
    yield* tasks.put(n);
  }
  say('boss has handed out all');
}

gevent.joinall([
  gevent.spawn(boss),
  gevent.spawn(worker, 'steve', 1),
  gevent.spawn(worker, 'john', 2),
  gevent.spawn(worker, 'bob', 4),
]);
