/*
 * Philosophers at a round table: a partial deadlock.
 *
 * Between every two lies one fork, and to eat takes two. Each takes the one on the left first;
 * then all have one, and none will ever eat. But the waiter goes on, so that nothing looks
 * wrong. To see it happen: npm run step -- examples/dining.ts
 */

import { asyncWith, createTask, currentTask, getRunningLoop, Lock, run, sleep } from 'yieldstar';

const names = ['Plato', 'Laozi', 'Hypatia'];
const forks = names.map(() => new Lock());

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

function* dine(left: Lock, right: Lock) {
  yield* asyncWith(left, () => think(right));
}

function* think(right: Lock) {
  say('has a fork, and thinks');
  yield* sleep(1);
  yield* asyncWith(right, eat);
}

function* eat() {
  say('eats');
  yield* sleep(1);
}

function* wait(minutes: number) {
  for (let minute = 1; minute <= minutes; minute++) {
    yield* sleep(60);
    say(`is asked for nothing, ${minute}`);
  }
}

function* main() {
  for (const [i, name] of names.entries()) {
    const [left, right] = [forks[i], forks[(i + 1) % forks.length]] as [Lock, Lock];
    createTask(dine(left, right), { name });
  }
  yield* createTask(wait(3), { name: 'waiter' });
  console.log('The restaurant closes.');
}

run(main());
