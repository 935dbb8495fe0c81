// Cancelled while it waits for a condition, a task still takes the lock again before it goes.
// If it had been notified already, another is notified in its place.
import { asyncWith, Condition, createTask, run, sleep, wait } from 'yieldstar';
import { say } from './say';

async function waiter(condition: Condition) {
  await asyncWith(condition, async () => {
    try {
      await condition.wait();
      say('was notified');
    } catch (error) {
      say('caught', error, '- locked:', condition.locked());
      throw error;
    }
  });
}

async function main() {
  const condition = new Condition();
  const tasks = [1, 2, 3].map((n) => createTask(waiter(condition), { name: `waiter-${n}` }));
  await sleep(1);
  await asyncWith(condition, async () => {
    tasks[0]?.cancel('while it waits');
    await sleep(1);
    say('holds the lock; the cancelled one is done:', tasks[0]?.done());
    tasks[0]?.cancel('while it waits for the lock');
    await sleep(1);
    condition.notify(1);
    say('notifies one, who is then cancelled');
    tasks[1]?.cancel('after it was notified');
  });
  await wait(tasks);
  const cancelled = tasks.map((task) => task.cancelled());
  say('cancelled:', cancelled, 'locked:', condition.locked());
}

run(main());
