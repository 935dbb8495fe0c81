// Two workers take turns for as long as they are let: at the end each is told to stop where it is.
import { GreenletExit, getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();
let turns = 5;

async function work(name: string) {
  try {
    for (;;) {
      if (turns-- === 0) await main.switch(`${name} was the last`);
      say(name, 'works');
      const next = other.get(getcurrent()) as RawGreenlet;
      await next.switch(names.get(next));
    }
  } catch (error) {
    if (!(error instanceof GreenletExit)) throw error;
    say(name, 'stops');
  }
}

const first = greenlet(work);
const second = greenlet(work);
const other = new Map([
  [first, second],
  [second, first],
]);
const names = new Map([
  [first, 'first'],
  [second, 'second'],
]);
say(first.switch('first'));
say('both are suspended:', first.active, second.active);
first.throw();
second.throw();
say('both are dead:', first.dead, second.dead);
