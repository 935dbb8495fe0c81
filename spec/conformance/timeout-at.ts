// One deadline for several steps: each has what the others have left of it.
// An error of another kind is no timeout, even when it comes at the deadline.
import { asyncWith, currentTask, getRunningLoop, run, sleep, timeout, timeoutAt, ValueError } from 'yieldstar';
import { say } from './say';

async function step(deadline: number, seconds: number) {
  await asyncWith(timeoutAt(deadline), async () => {
    await sleep(seconds);
    say('did a step of', seconds);
  });
}

async function failsAtTheDeadline() {
  await asyncWith(timeout(1), async (scope) => {
    try {
      await sleep(60);
    } catch {
      throw new ValueError(`expired: ${scope.expired() ? 'True' : 'False'}`);
    }
  });
}

async function main() {
  const deadline = getRunningLoop().time() + 5;
  for (const seconds of [2, 2, 2, 0, 1]) {
    try {
      await step(deadline, seconds);
    } catch (error) {
      say('no time for', seconds, error);
    }
  }
  try {
    await failsAtTheDeadline();
  } catch (error) {
    say('raised', error, '- asked:', currentTask()?.cancelling());
  }
}

run(main());
