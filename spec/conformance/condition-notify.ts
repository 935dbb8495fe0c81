// Waiting for a condition gives up its lock, and takes it again before going on.
// notify wakes those who have waited longest, and they take the lock one after another.
import { asyncWith, Condition, createTask, run, sleep } from 'yieldstar';
import { say } from './say';

function* waiter(condition: Condition) {
  yield* asyncWith(condition, function* () {
    say('waits');
    say('was notified:', yield* condition.wait(), 'locked:', condition.locked());
    yield* sleep(0.5);
  });
  say('leaves');
}

function* main() {
  const condition = new Condition();
  for (const name of ['a', 'b', 'c', 'd']) {
    createTask(waiter(condition), { name });
  }
  yield* sleep(1);
  say('nobody holds the lock:', condition.locked());
  yield* asyncWith(condition, function* () {
    condition.notify(2);
    say('notified two, and keeps the lock for a second');
    yield* sleep(1);
  });
  yield* sleep(2);
  yield* asyncWith(condition, function* () {
    condition.notifyAll();
    say('notified all');
  });
  yield* sleep(2);
}

run(main());
