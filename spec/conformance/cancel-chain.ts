// In a chain of tasks, each awaiting the next, a request goes at once to the innermost.
// The CancelledError comes back one task an iteration, with its message.
import { createTask, currentTask, getRunningLoop, run, sleep, wait } from 'yieldstar';
import { say } from './say';

function* link(depth: number): Generator<unknown, void, unknown> {
  try {
    if (depth === 3) {
      yield* sleep(60);
    } else {
      yield* createTask(link(depth + 1), { name: `link-${depth + 1}` });
    }
  } catch (error) {
    say('caught', error, '- asked:', currentTask()?.cancelling());
    throw error;
  }
}

function count(turn: number): void {
  say('iteration', turn);
  if (turn < 5) getRunningLoop().callSoon(count, turn + 1);
}

function* main() {
  const first = createTask(link(1), { name: 'link-1' });
  yield* sleep(1);
  first.cancel('break');
  count(1);
  yield* wait([first]);
  say('cancelled:', first.cancelled());
}

run(main());
