// Cancelled before its first step, a coroutine never begins: not even its finally runs.
// The task still takes a step to end.
import { createTask, run, sleep } from 'yieldstar';
import { say } from './say';

function* work() {
  try {
    say('working');
    yield* sleep(1);
  } finally {
    say('cleaning up');
  }
}

function* main() {
  const never = createTask(work(), { name: 'never' });
  const begun = createTask(work(), { name: 'begun' });
  never.addDoneCallback((task) => say('never ends; cancelled:', task.cancelled()));
  say('accepted:', never.cancel('no need'));
  say('not yet done:', never.done(), never.cancelling());
  yield* sleep(0);
  say('done:', never.done(), begun.done());
  begun.cancel();
  for (const task of [never, begun]) {
    try {
      yield* task;
    } catch (error) {
      say('caught', error);
    }
  }
  say('accepted:', never.cancel(), begun.cancel());
}

run(main());
