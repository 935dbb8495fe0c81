// A task outlives the run that it was started in: run it again, and it goes on.
// Where the loop is stopped before the task is done, there is no result to give.
import { EventLoop, sleep } from 'yieldstar';
import { say } from './say';

const loop = new EventLoop();

function* work() {
  for (const n of [1, 2, 3]) {
    yield* sleep(1);
    say('did', n);
  }
  return 'done';
}

const task = loop.createTask(work(), { name: 'worker' });
loop.callLater(1.5, () => loop.stop());
try {
  loop.runUntilComplete(task);
} catch (error) {
  say(error);
}
say('result:', loop.runUntilComplete(task));
loop.callSoon(say, 'a run of what is done is one iteration');
say('again:', loop.runUntilComplete(task));
loop.close();
