// To wait for a predicate is to look again after each notification; it gives what the predicate gave.
// A predicate that holds at once needs no lock, and no waiting.
import { asyncWith, Condition, createTask, run, sleep } from 'yieldstar';
import { say } from './say';

const items: number[] = [];

function threeItems() {
  say('looks at', items);
  return items.length >= 3 ? items : undefined;
}

async function consumer(condition: Condition) {
  await asyncWith(condition, async () => {
    say('got', await condition.waitFor(threeItems));
  });
}

async function main() {
  const condition = new Condition();
  const task = createTask(consumer(condition), { name: 'consumer' });
  for (const n of [1, 2, 3]) {
    await sleep(1);
    await asyncWith(condition, async () => {
      items.push(n);
      condition.notify();
    });
  }
  await task;
  say('at once:', await condition.waitFor(() => 'yes'));
  try {
    await condition.waitFor(() => false);
  } catch (error) {
    say(error);
  }
}

run(main());
