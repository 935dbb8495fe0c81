// An error of the body cancels the tasks, and comes last in the group: even alone, it comes in a group.
// A body that swallows the request to cancel goes on; the errors come all the same.
import { asyncWith, run, sleep, TaskGroup, ValueError } from 'yieldstar';
import { say } from './say';

function* sleeper(error?: Error) {
  try {
    yield* sleep(60);
  } catch {
    say('is cancelled');
    if (error !== undefined) throw error;
  }
}

function* fail() {
  throw new ValueError('of a task');
}

function* main() {
  for (const error of [undefined, new ValueError('of a task')]) {
    try {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(sleeper(error), { name: 'sleeper' });
        yield* sleep(1);
        throw new TypeError('of the body');
      });
    } catch (errors) {
      say('caught', errors);
    }
  }

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(fail());
      try {
        yield* sleep(60);
      } catch {
        say('the body declines');
      }
      yield* sleep(1);
      say('the body ends');
    });
  } catch (errors) {
    say('caught', errors);
  }
}

run(main());
