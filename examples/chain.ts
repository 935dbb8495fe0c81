/*
 * A chain of `yield*`, three deep: one task, and what it runs, and what that runs.
 *
 * What the innermost waits for goes up the chain to the task in one step, and the answer
 * comes down the same way. Results and errors pass from each to its caller, as in calls.
 * Set a breakpoint in `read` after its `yield*`: all of the callers are on the stack.
 */

import { coroutine, currentTask, getRunningLoop, run, sleep, ValueError } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

const main = coroutine(function* main() {
  say(`main: the sum is ${yield* sum(['1', '2', '3'])}`);
  try {
    yield* sum(['4', 'five', '6']);
  } catch (error) {
    say(`main: caught ${error}`);
  }
});

const sum = coroutine(function* sum(words: string[]) {
  let total = 0;
  try {
    for (const word of words) total += yield* read(word);
    return total;
  } finally {
    say(`  sum: leaving, at ${total}`);
  }
});

const read = coroutine(function* read(word: string) {
  say(`    read: waiting for ${word}`);
  yield* sleep(1);
  const n = Number(word);
  if (Number.isNaN(n)) throw new ValueError(`${word} is no number`);
  return n;
});

run(main());
