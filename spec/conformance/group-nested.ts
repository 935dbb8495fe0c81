// The errors of an inner group reach the outer one as a group: a tree of errors.
// Where both have a failing task, each has its own.
import { asyncWith, currentTask, run, sleep, TaskGroup, ValueError } from 'yieldstar';
import { say } from './say';

function* fail(seconds: number, text: string) {
  yield* sleep(seconds);
  say('fails');
  throw new ValueError(text);
}

function* inner(seconds: number) {
  yield* asyncWith(new TaskGroup(), function* (group) {
    group.createTask(fail(seconds, 'inner'), { name: 'inner task' });
    yield* sleep(60);
  });
}

function* main() {
  for (const [innerSeconds, outerSeconds] of [
    [1, 5],
    [5, 1],
    [1, 1],
  ] as [number, number][]) {
    say('inner', innerSeconds, 'outer', outerSeconds);
    try {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(fail(outerSeconds, 'outer'), { name: 'outer task' });
        yield* inner(innerSeconds);
      });
    } catch (errors) {
      say('caught', errors);
    }
    say('asked:', currentTask()?.cancelling());
  }
}

run(main());
