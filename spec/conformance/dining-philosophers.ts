// Five philosophers, five forks: no deadlock where each takes the lower-numbered fork first.
// Who eats when is a question of who waits for whom.
import { asyncWith, Lock, run, sleep, TaskGroup } from 'yieldstar';
import { say } from './say';

async function philosopher(forks: Lock[], seat: number) {
  const [first, second] = [seat, (seat + 1) % 5].sort().map((n) => forks[n]) as [Lock, Lock];
  for (const meal of [1, 2]) {
    await sleep(1);
    await asyncWith(first, async () => {
      await sleep(0.25);
      await asyncWith(second, async () => {
        say('eats meal', meal);
        await sleep(1);
      });
    });
  }
  const free = [0, 1, 2, 3, 4].filter((n) => !forks[n]?.locked());
  say('has eaten; free forks:', free);
}

async function main() {
  const forks = [0, 1, 2, 3, 4].map(() => new Lock());
  await asyncWith(new TaskGroup(), async (table) => {
    ['Plato', 'Kant', 'Hume', 'Arendt', 'Zhuangzi'].forEach((name, seat) => {
      table.createTask(philosopher(forks, seat), { name });
    });
  });
  say('all have eaten');
}

run(main());
