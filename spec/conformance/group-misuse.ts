// A group takes tasks only while it is entered, and is entered once.
// A coroutine that it refuses is closed.
import { asyncWith, type Coroutine, coroutine, run, TaskGroup } from 'yieldstar';
import { say } from './say';

const work = coroutine(function* work() {
  say('runs');
});

function* attempt(awaitable: Coroutine<unknown>) {
  try {
    yield* awaitable;
  } catch (error) {
    say(error);
  }
}

function* start(group: TaskGroup) {
  const coro = work();
  try {
    group.createTask(coro);
  } catch (error) {
    say(error);
    yield* attempt(coro);
  }
}

function* main() {
  const group = new TaskGroup();
  yield* start(group);
  yield* asyncWith(group, function* () {
    yield* start(group);
    yield* attempt(group.aenter());
  });
  yield* start(group);
  say(group);
}

run(main());
