// Two greenlets hand control to each other, each in the midst of its function.
import { greenlet } from 'yieldstar';
import { say } from './say';

function* test1() {
  say(12);
  yield* gr2.switch();
  say(34);
}

function* test2() {
  say(56);
  yield* gr1.switch();
  say(78);
}

const gr1 = greenlet(test1);
const gr2 = greenlet(test2);
gr1.switch();
say('first dead:', gr1.dead, 'second dead:', gr2.dead);
gr2.switch();
say('second dead:', gr2.dead);
