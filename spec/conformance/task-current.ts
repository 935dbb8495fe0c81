// The current task is the one whose step runs: not the one that made it, and none in a callback.
// Tasks that are not done are in the list of all, those not begun, too.
import { allTasks, createTask, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

function names(): string[] {
  return [...allTasks()].map((task) => task.getName()).sort();
}

function* inner() {
  say('inner, awaited, is part of its caller');
}

function* worker() {
  say('of all:', names());
  yield* inner();
  yield* sleep(1);
  say('of all:', names());
}

function* main() {
  const task = createTask(worker(), { name: 'worker' });
  getRunningLoop().callSoon(() => say('a callback is nobody; of all:', names()));
  say('of all:', names());
  yield* inner();
  yield* task;
  say('of all:', names());
}

run(main());
