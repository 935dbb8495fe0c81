// A request can be taken back before it is delivered; afterwards only the count goes down.
import { createTask, currentTask, gather, run, sleep, type Task } from 'yieldstar';
import { say } from './say';

function* work() {
  say('begins');
  try {
    yield* sleep(5);
    say('slept');
  } catch {
    const me = currentTask() as Task;
    say('interrupted; asked', me.cancelling(), 'then', me.uncancel(), me.uncancel());
    yield* sleep(1);
  }
  return 'done';
}

function* main() {
  const spared = createTask(work(), { name: 'spared' });
  spared.cancel();
  say('taken back before it begins:', spared.uncancel());
  const doomed = createTask(work(), { name: 'doomed' });
  doomed.cancel();
  doomed.cancel();
  say('one of two taken back:', doomed.uncancel());
  const late = createTask(work(), { name: 'late' });
  yield* sleep(1);
  late.cancel();
  say('taken back when the sleep was cancelled:', late.uncancel());
  const results = yield* gather([spared, doomed, late], { returnExceptions: true });
  say(results);
}

run(main());
