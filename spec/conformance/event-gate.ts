// An event lets through all who wait when it is set, even if it is cleared at once; those who come later wait again.
import { createTask, Event, run, sleep } from 'yieldstar';
import { say } from './say';

function* visitor(gate: Event, pause: number) {
  yield* sleep(pause);
  say('arrives; open:', gate.isSet());
  say('is let in:', yield* gate.wait());
}

function* main() {
  const gate = new Event();
  for (const [name, pause] of [
    ['a', 0.5],
    ['b', 0],
    ['c', 1],
    ['d', 1.5],
    ['e', 3],
  ] as [string, number][]) {
    createTask(visitor(gate, pause), { name });
  }
  yield* sleep(1);
  gate.set();
  gate.clear();
  say('opened and closed');
  yield* sleep(1);
  gate.set();
  gate.set();
  say('opened:', gate.isSet(), yield* gate.wait());
  yield* sleep(2);
}

run(main());
