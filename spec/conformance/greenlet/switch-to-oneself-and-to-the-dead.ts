// To switch to oneself gives the value back; a switch to the dead goes to the next above that lives.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();
say('main got', main.switch(1));
say('main got', main.switch(1, 2));

function* run(value: string) {
  const got = yield* getcurrent().switch(value, 'from myself');
  return ['done', got];
}

const gr = greenlet(run);
say('main got', gr.switch('first'));
say('main got', gr.switch('to the dead'));
say('main got', gr.switch('several', 'to', 'the dead'));

function ends() {
  return 'ended';
}

function* waits() {
  say('the one above got', yield* main.switch('waiting'));
  return 'the one above is done';
}

let above = greenlet(waits);
const dead = greenlet(ends, above);
const deader = greenlet(ends, dead);
say(above.switch());
dead.parent = main;
say(dead.switch(), dead.dead);
dead.parent = above;
say('to a dead one:', dead.switch('a value'), above.dead);
say('to a dead one whose parent is dead:', dead.switch('another'));
say('one that has not begun, below two that are dead:', deader.switch());

above = greenlet(waits);
deader.parent = above;
say('the one above begins:', deader.switch());
