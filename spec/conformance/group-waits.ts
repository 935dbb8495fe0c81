// A TaskGroup is left when all of its tasks have ended, also those that they started.
// Results are asked for afterwards. A group without tasks takes no time.
import { asyncWith, getRunningLoop, run, sleep, TaskGroup } from 'yieldstar';
import { say } from './say';

function* work(group: TaskGroup, depth: number): Generator<unknown, number, unknown> {
  yield* sleep(1);
  if (depth < 3) {
    group.createTask(work(group, depth + 1), { name: `depth-${depth + 1}` });
  }
  say('is done');
  return depth * 10;
}

function* main() {
  const { first, second } = yield* asyncWith(new TaskGroup(), function* (group) {
    const first = group.createTask(work(group, 1), { name: 'depth-1' });
    const second = group.createTask(sleep(0.5, 'a result'));
    say('the body ends');
    return { first, second };
  });
  say('the group ends', first.result(), second.result());
  yield* asyncWith(new TaskGroup(), function* () {
    getRunningLoop().callSoon(say, 'an iteration');
  });
  say('a group without tasks ends');
  yield* sleep(0);
}

run(main());
