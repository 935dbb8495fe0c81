// A wait with a limit that is cancelled cancels what it waits for, and raises no TimeoutError.
// And where the result and the deadline come together, the deadline wins.
import { createTask, getRunningLoop, run, sleep, wait, waitFor } from 'yieldstar';
import { say } from './say';

async function child() {
  try {
    await sleep(60);
  } catch (error) {
    say('caught', error);
    throw error;
  }
}

async function main() {
  const loop = getRunningLoop();
  const inner = createTask(child(), { name: 'inner' });
  const outer = createTask(waitFor(inner, 10), { name: 'outer' });
  await sleep(1);
  outer.cancel('not needed');
  await wait([outer]);
  say('cancelled:', outer.cancelled(), inner.cancelled());

  const future = loop.createFuture<string>();
  loop.callLater(1, () => future.setResult('just in time'));
  try {
    say('got', await waitFor(future, 1));
  } catch (error) {
    say('caught', error, '- and yet there is', future.result());
  }
}

run(main());
