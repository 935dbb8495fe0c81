/*
 * Two workers without an end take turns: each hands the other its turn, by a switch.
 *
 * In the wild they would go on for ever. Here, after so many turns, the switch goes to main
 * instead, which ends them: GreenletExit is raised at the switch where each of them stands, so
 * that its `finally` cleans up.
 */

import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';

const main = getcurrent();
let turns = 6;

function* work(name: string, other: () => RawGreenlet) {
  try {
    for (let n = 1; ; n++) {
      console.log(`${name} works: ${n}`);
      turns -= 1;
      yield* (turns > 0 ? other() : main).switch();
    }
  } finally {
    console.log(`${name} goes home`);
  }
}

const one = greenlet(() => work('one', () => two));
const two = greenlet(() => work('two', () => one));

one.switch();
console.log('main: enough for today');
for (const worker of [one, two]) worker.throw();
console.log(`main: dead are ${one.dead} and ${two.dead}`);
