// Try again with a longer pause each time, give each attempt a second, and the whole a limit.
// The outer limit and the inner ones are told apart.
import { asyncWith, CancelledError, RuntimeError, run, sleep, timeout, ValueError, waitFor } from 'yieldstar';
import { say } from './say';

function* request(seconds: number) {
  yield* sleep(seconds);
  if (seconds === 0.5) throw new ValueError('refused');
  return `an answer after ${seconds}`;
}

function* retry(durations: number[]) {
  let pause = 1;
  for (const seconds of durations) {
    try {
      return yield* waitFor(request(seconds), 1);
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      say(error, '- pause of', pause);
      yield* sleep(pause);
      pause *= 2;
    }
  }
  throw new RuntimeError('gave up');
}

function* main() {
  for (const durations of [[0.5, 3, 0.25], [3, 3, 3, 3], [0.5]]) {
    const limit = timeout(6);
    try {
      yield* asyncWith(limit, function* () {
        say('got', yield* retry(durations));
      });
    } catch (error) {
      say(error, '- out of time:', limit.expired());
    }
  }
}

run(main());
