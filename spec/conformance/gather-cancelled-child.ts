// A child that is cancelled counts as one that failed with a CancelledError; its brothers go on.
// Children that decline do not save the gather: asked to cancel, it ends so.
import { createTask, gather, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

function* child(declines: boolean) {
  try {
    yield* sleep(3);
  } catch (error) {
    if (!declines) throw error;
  }
  say('is done');
  return 'a result';
}

function* main() {
  const loop = getRunningLoop();
  const one = createTask(child(false), { name: 'one' });
  const two = createTask(child(false), { name: 'two' });
  loop.callLater(1, () => one.cancel());
  try {
    yield* gather([one, two]);
  } catch (error) {
    say('caught', error, '- two is done:', two.done());
  }
  say('two gave', yield* two);

  const children = gather([child(true), child(true)]);
  loop.callLater(1, () => children.cancel('stop'));
  try {
    say('got', yield* children);
  } catch (error) {
    say('caught', error);
  }
}

run(main());
