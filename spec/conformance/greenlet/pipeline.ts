// A pipeline: each stage asks the one before for the next item, and what ends the first ends them all.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

class Finished extends Error {}

function* source(first: RawGreenlet) {
  let asker = first;
  for (let n = 1; n <= 6; n++) asker = yield* asker.switch(n);
  throw new Finished('after 6');
}

function* onlyEven(first: RawGreenlet) {
  for (let asker = first; ; ) {
    const n = yield* ask(numbers);
    if (n % 2 === 0) asker = yield* asker.switch(n);
  }
}

function* squared(first: RawGreenlet) {
  for (let asker = first; ; ) asker = yield* asker.switch((yield* ask(evens)) ** 2);
}

function ask(stage: RawGreenlet) {
  stage.parent = getcurrent();
  return stage.switch(getcurrent());
}

const numbers = greenlet(source);
const evens = greenlet(onlyEven);
const squares = greenlet(squared);
try {
  for (;;) say('main got', ask(squares));
} catch (error) {
  say('finished', (error as Finished).message);
}
say('dead:', numbers.dead, evens.dead, squares.dead);
