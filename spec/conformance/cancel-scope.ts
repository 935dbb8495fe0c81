// What a timeout does can be done by hand: cancel the task, catch the CancelledError, take the request back.
// A request from elsewhere is still counted, and is passed on.
import {
  type AsyncContextManager,
  asyncWith,
  type CancelledError,
  createTask,
  currentTask,
  getRunningLoop,
  run,
  sleep,
  type Task,
  ValueError,
} from 'yieldstar';
import { say } from './say';

class StopAfter implements AsyncContextManager<void> {
  private readonly task = currentTask() as Task;
  private readonly before = this.task.cancelling();
  private timer: { cancel(): void } | undefined;

  constructor(private readonly seconds: number) {}

  *aenter() {
    this.timer = getRunningLoop().callLater(this.seconds, () => this.task.cancel('stop'));
  }

  *aexit(error: Error | undefined) {
    this.timer?.cancel();
    if ((error as CancelledError)?.args[0] === 'stop' && this.task.uncancel() <= this.before)
      throw new ValueError('stopped');
    return false;
  }
}

function* work() {
  yield* asyncWith(new StopAfter(2), () => sleep(60));
}

function* main() {
  for (const pause of [5, 1, 2]) {
    const task = createTask(work(), { name: 'worker' });
    yield* sleep(pause);
    task.cancel('from elsewhere');
    try {
      yield* task;
    } catch (error) {
      say('ended with', error, '- asked:', task.cancelling());
    }
  }
}

run(main());
