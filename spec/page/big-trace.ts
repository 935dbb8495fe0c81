/**
 * A trace as large as one likes, without the time that it would take to record one: tasks that
 * sleep, go on, write a line, and sleep again.
 */

import type { Trace } from '../../lib/trace/trace-event';
import { type Happening, handTrace } from './hand-trace';

const FILE = '/home/me/big.ts';
const SOURCE = `function* work() {
  for (;;) {
    yield* sleep(1);
    console.log('worked');
  }
}
`;

/** Make a trace of `tasks` tasks, each of which sleeps `rounds` times: of ten events a sleep. */
export function bigTrace(tasks: number, rounds: number): Trace {
  const { header, events } = handTrace([...makings(tasks), ...sleeps(tasks, rounds), { type: 'end', outcome: 'end' }]);
  return { header: { ...header, program: FILE, sources: { [FILE]: SOURCE } }, events };
}

function* makings(tasks: number): Generator<Happening> {
  for (let task = 1; task <= tasks; task++) {
    yield { type: 'task', task, name: `worker-${task}`, coroutine: 'work' };
  }
}

/** In each round all sleep, then all wake up: handles and futures are numbered as they come. */
function* sleeps(tasks: number, rounds: number): Generator<Happening> {
  for (let round = 0; round < rounds; round++) {
    const first = 2 * round * tasks;
    for (let task = 1; task <= tasks; task++) yield* fallAsleep(task, first + task, round);
    yield { type: 'advance', from: round, time: round + 1 };
    for (let task = 1; task <= tasks; task++) yield* wakeUp(task, first + task);
    for (let task = 1; task <= tasks; task++) yield* goOn(task, first + tasks + task);
  }
}

function* fallAsleep(task: number, handle: number, time: number): Generator<Happening> {
  const variables = [{ name: 'round', value: String(time) }];
  yield { type: 'schedule', handle, label: 'setResultUnlessCancelled()', when: time + 1 };
  yield {
    type: 'suspend',
    task,
    future: handle + 1e6,
    chain: [{ name: 'work', file: FILE, line: 3, column: 5, variables }],
  };
}

function* wakeUp(task: number, handle: number): Generator<Happening> {
  yield { type: 'due', handle };
  yield { type: 'run', handle };
  yield { type: 'done', future: handle + 1e6, outcome: 'result' };
  yield { type: 'wake', task, future: handle + 1e6 };
}

function* goOn(task: number, handle: number): Generator<Happening> {
  yield { type: 'schedule', handle, label: `step of worker-${task}`, task };
  yield { type: 'run', handle };
  yield { type: 'resume', task };
  yield { type: 'output', stream: 'out', text: 'worked\n' };
}
