// A task that fails has the others cancelled, and the body, where that waits; then all errors come as one group.
// The request that cancelled the body is taken back.
import { asyncWith, currentTask, type ExceptionGroup, run, sleep, TaskGroup, ValueError } from 'yieldstar';
import { say } from './say';

async function fail(seconds: number, error: Error) {
  await sleep(seconds);
  say('fails');
  throw error;
}

async function sleeper() {
  try {
    await sleep(60);
  } finally {
    say('cleans up');
    await sleep(1);
    // biome-ignore lint/correctness/noUnsafeFinally: this is what it shows
    throw new TypeError('while cleaning up');
  }
}

async function main() {
  try {
    await asyncWith(new TaskGroup(), async (group) => {
      group.createTask(fail(1, new ValueError('first')), { name: 'failing' });
      group.createTask(sleeper(), { name: 'sleeper' });
      try {
        await sleep(60);
      } catch (error) {
        say('the body caught', error, '- asked:', currentTask()?.cancelling());
        throw error;
      }
    });
  } catch (error) {
    say('value errors:', (error as ExceptionGroup).subgroup(ValueError));
    say('type errors:', (error as ExceptionGroup).subgroup(TypeError));
  }
  say('asked:', currentTask()?.cancelling());
  await sleep(1);
}

run(main());
