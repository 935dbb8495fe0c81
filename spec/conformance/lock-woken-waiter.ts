// Released, a lock is free until the next in line runs; yet nobody can slip in.
// If the one who was woken is cancelled first, the lock goes to the one behind.
import { asyncWith, createTask, Lock, run, sleep, wait } from 'yieldstar';
import { say } from './say';

async function worker(lock: Lock) {
  try {
    await asyncWith(lock, async () => {
      say('has the lock');
      await sleep(1);
    });
  } catch (error) {
    say('is cancelled; locked:', lock.locked());
    throw error;
  }
}

async function main() {
  const lock = new Lock();
  await lock.acquire();
  const tasks = [1, 2, 3].map((n) => createTask(worker(lock), { name: `worker-${n}` }));
  await sleep(1);
  lock.release();
  say('released; locked:', lock.locked());
  const latecomer = createTask(worker(lock), { name: 'latecomer' });
  tasks[0]?.cancel();
  await sleep(0.5);
  say('locked:', lock.locked());
  tasks[2]?.cancel();
  await wait([...tasks, latecomer]);
  say('locked:', lock.locked());
}

run(main());
