// An eager task runs at once, up to where it first waits; one that never waits is done as soon as it is made.
// What it awaits later takes as long as ever.
import {
  createTask,
  currentTask,
  type EventLoop,
  eagerTaskFactory,
  gather,
  getRunningLoop,
  run,
  sleep,
} from 'yieldstar';
import { say } from './say';

function* work(name: string, turns: number) {
  currentTask()?.setName(name);
  say('begins');
  for (let turn = 0; turn < turns; turn++) {
    yield* sleep(turn);
    say('turn', turn);
  }
  return name;
}

function start(name: string, turns: number) {
  return createTask(work(name, turns), { name });
}

function* main() {
  const lazy = start('lazy', 0);
  say('lazy is done:', lazy.done());
  (getRunningLoop() as EventLoop).setTaskFactory(eagerTaskFactory);
  const quick = start('quick', 0);
  say('quick is done:', quick.done(), quick.result());
  const slow = start('slow', 2);
  say('slow is done:', slow.done());
  getRunningLoop().callSoon(say, 'an iteration');
  say('to await what is done takes no time:', yield* quick);
  say('nor to gather it:', yield* gather([start('a', 0), start('b', 0)]));
  say('slow:', yield* slow);
  say('lazy:', yield* lazy);
}

run(main());
