/*
 * Two greenlets that switch to each other: 12, 56, 34, 78.
 *
 * Nobody schedules them: each says who goes on. Main, which is a greenlet too, switches by a
 * plain call. When test2 has ended, its parent goes on, and that is main, which made it: test1
 * is left where it is, in its last switch.
 */

import { greenlet } from 'yieldstar';

const gr1 = greenlet(function* test1() {
  console.log(12);
  yield* gr2.switch();
  console.log(34);
  yield* gr2.switch();
});

const gr2 = greenlet(function* test2() {
  console.log(56);
  yield* gr1.switch();
  console.log(78);
});

gr1.switch();
console.log(`test1 is dead: ${gr1.dead}, test2: ${gr2.dead}`);
