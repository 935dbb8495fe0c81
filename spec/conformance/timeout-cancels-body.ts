// At the deadline the body is cancelled where it waits, and the CancelledError becomes a TimeoutError.
// Done in time, it is left alone; without a deadline, too.
import { asyncWith, currentTask, run, sleep, timeout } from 'yieldstar';
import { say } from './say';

async function body(seconds: number) {
  try {
    await sleep(seconds);
    say('slept', seconds);
  } catch (error) {
    say('caught', error, '- asked:', currentTask()?.cancelling());
    throw error;
  }
}

async function main() {
  for (const [delay, seconds] of [
    [2, 1],
    [2, 3],
    [null, 100],
    [0, 1],
    [-1, 0],
  ] as [number | null, number][]) {
    const scope = timeout(delay);
    try {
      await asyncWith(scope, async () => {
        say('until', scope.when());
        await body(seconds);
      });
    } catch (error) {
      say('raised', error, '- asked:', currentTask()?.cancelling());
    }
    say('expired:', scope.expired());
  }
}

run(main());
