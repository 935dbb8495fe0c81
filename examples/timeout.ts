/*
 * timeout: an end to what takes too long.
 *
 * asyncWith is Python's `async with`. At the deadline the body is cancelled where it
 * waits; it can clean up, and then the CancelledError becomes a TimeoutError.
 */

import { asyncWith, currentTask, getRunningLoop, run, sleep, TimeoutError, timeout, waitFor } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

function* download(seconds: number) {
  say(`downloading, which takes ${seconds} seconds`);
  try {
    yield* sleep(seconds);
    return 'the page';
  } finally {
    say('connection closed');
  }
}

function* main() {
  const page = yield* asyncWith(timeout(5), () => download(2));
  say(`got ${page}`);

  try {
    yield* asyncWith(timeout(5), () => download(60));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    say('too slow');
  }

  // The deadline can be moved while it is not past.
  yield* asyncWith(timeout(5), function* (deadline) {
    deadline.reschedule(getRunningLoop().time() + 100);
    say(`got ${yield* download(60)} at last`);
  });

  // For a single awaitable there is waitFor.
  try {
    yield* waitFor(download(2), 1);
  } catch (error) {
    say(`caught ${error}`);
  }
}

run(main());
