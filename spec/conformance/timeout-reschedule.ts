// A deadline can be moved while it is ahead: later, earlier, into the past, away.
// Not before the timeout is entered, nor after it is left.
import { type AwaitableLike, asyncWith, getRunningLoop, run, sleep, timeout } from 'yieldstar';
import { say } from './say';

async function attempt(action: AwaitableLike<unknown>) {
  try {
    await action;
  } catch (error) {
    say('raised', error);
  }
}

async function move(when: number | null, seconds: number) {
  await asyncWith(timeout(1), async (scope) => {
    await sleep(0.5);
    scope.reschedule(when && getRunningLoop().time() + when);
    say('until', scope.when());
    await sleep(seconds);
    say('slept', seconds);
  });
}

async function misuse() {
  const scope = timeout(1);
  try {
    scope.reschedule(2);
  } catch (error) {
    say(error);
  }
  await asyncWith(scope, async () => {
    await attempt(scope.aenter());
  });
  scope.reschedule(2);
}

async function main() {
  for (const [when, seconds] of [
    [2, 1],
    [2, 3],
    [0.25, 1],
    [-1, 1],
    [null, 5],
  ] as [number | null, number][]) {
    await attempt(move(when, seconds));
  }
  await attempt(misuse());
}

run(main());
