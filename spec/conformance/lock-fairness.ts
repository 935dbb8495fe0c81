// A lock goes to whoever has waited longest.
// Also when someone else asks for it at the very moment it is released.
import { asyncWith, createTask, Lock, run, sleep } from 'yieldstar';
import { say } from './say';

function* worker(lock: Lock, seconds: number) {
  yield* asyncWith(lock, function* () {
    say('has the lock');
    yield* sleep(seconds);
    say('releases it');
  });
}

function* main() {
  const lock = new Lock();
  for (const name of ['a', 'b', 'c']) {
    createTask(worker(lock, 1), { name });
  }
  yield* sleep(1);
  say('asks, too; locked:', lock.locked());
  yield* asyncWith(lock, function* () {
    say('has the lock last');
  });
}

run(main());
