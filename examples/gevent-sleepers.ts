/*
 * Three greenlets of gevent's that sleep: whoever wakes first goes on first.
 *
 * `sleep` switches to the hub, which runs the event loop, and which switches back when the time has
 * come. Main waits in `joinall`, by a plain call.
 */

import { gevent } from 'yieldstar';

const now = (): string => `${gevent.getHub().loop.time()}s`;

function* func1() {
  console.log(`${now()}  in func1`);
  yield* gevent.sleep(1);
  console.log(`${now()}  back func1`);
}

function* func2() {
  console.log(`${now()}  in func2`);
  yield* gevent.sleep(2);
  console.log(`${now()}  back func2`);
}

function* func3() {
  console.log(`${now()}  in func3`);
  yield* gevent.sleep(3);
  console.log(`${now()}  back func3`);
}

gevent.joinall([gevent.spawn(func1), gevent.spawn(func3), gevent.spawn(func2)]);
console.log(`${now()}  all are back`);
