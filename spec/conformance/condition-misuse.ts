// A condition can be waited for, and notified, only with its lock held; the lock may be one's own, and shared.
import { asyncWith, Condition, createTask, Lock, run, sleep } from 'yieldstar';
import { say } from './say';

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    say(error);
  }
}

function* waiter(name: string, condition: Condition) {
  yield* asyncWith(condition, function* () {
    yield* condition.wait();
    say(name);
  });
}

function* main() {
  const lock = new Lock();
  const [full, empty] = [new Condition(lock), new Condition(lock)];
  attempt(() => full.notify());
  attempt(() => full.notifyAll());
  attempt(() => full.release());
  try {
    yield* full.wait();
  } catch (error) {
    say(error);
  }
  createTask(waiter('full', full));
  createTask(waiter('empty', empty));
  yield* sleep(1);
  yield* asyncWith(lock, function* () {
    empty.notify();
    say('notified one of two conditions with one lock:', full.locked());
  });
  yield* sleep(1);
  yield* asyncWith(full, function* () {
    full.notify();
  });
  yield* sleep(1);
}

run(main());
