/**
 * Programs that several specs of the terminal's panels step through, recorded once.
 */

import { asyncWith, createTask, Event, gather, Lock, Queue, sleep, ValueError } from '../../../lib';
import type { Trace } from '../../../lib/trace/trace-event';
import { type Narrator, recorded } from './recorded';

function once(record: () => Trace): () => Trace {
  let trace: Trace | undefined;
  return () => {
    trace ??= record();
    return trace;
  };
}

/** Three coroutines sleep together. */
export const sleepers = once(() => recorded(SLEEPERS, sleepersMain));

const SLEEPERS = `import { createTask, run, sleep } from 'yieldstar';

function* hello(n: number) {
  console.log('hello', n);
  yield* sleep(n);
  console.log('goodbye', n);
  return n;
}

function* main() {
  const [one, two] = [hello(1), hello(2)].map(createTask);
  yield* two;
  yield* one;
}

run(main());`;

function* sleepersMain(narrator: Narrator): Generator {
  function* hello(n: number) {
    narrator.say(`hello ${n}`);
    narrator.at('hello', 5, { n });
    yield* sleep(n);
    narrator.say(`goodbye ${n}`);
    return n;
  }
  const one = createTask(hello(1), { name: 'one' });
  const two = createTask(hello(2), { name: 'two' });
  narrator.at('main', 12, { one, two });
  yield* two;
  narrator.at('main', 13, { one, two });
  yield* one;
}

/** Two tasks want a lock, and put what they have made of it in a queue. */
export const lockers = once(() => recorded(LOCKERS, lockersMain));

const LOCKERS = `function* deposit(amount: number) {
  yield* asyncWith(lock, function* () {
    const before = balance;
    yield* sleep(1);
    balance = before + amount;
    yield* queue.put(balance);
  });
}

function* main() {
  const [ann, bob] = [10, 20].map((n) => createTask(deposit(n)));
  yield* gather([ann, bob]);
}`;

function* lockersMain(narrator: Narrator): Generator {
  const lock = new Lock();
  const queue = new Queue<number>(2);
  let balance = 0;
  function* deposit(amount: number) {
    narrator.at('deposit', 2, { amount });
    yield* asyncWith(lock, function* () {
      const before = balance;
      narrator.at('deposit', 4, { amount, before });
      yield* sleep(1);
      balance = before + amount;
      yield* queue.put(balance);
    });
  }
  const tasks = [createTask(deposit(10), { name: 'ann' }), createTask(deposit(20), { name: 'bob' })];
  narrator.at('main', 12);
  yield* gather(tasks);
}

/** One task fails, one is cancelled, and what main waits for never comes. */
export const unlucky = once(() => recorded(UNLUCKY, unluckyMain));

const UNLUCKY = `function* failing() {
  yield* sleep(1);
  throw new ValueError('no good');
}

function* main() {
  const event = new Event();
  createTask(failing());
  const patient = createTask(event.wait());
  yield* sleep(2);
  patient.cancel('too late');
  yield* event.wait();
}`;

function* unluckyMain(narrator: Narrator): Generator {
  function* failing() {
    narrator.at('failing', 2);
    yield* sleep(1);
    narrator.complain('no\tgood \x1b[2J');
    throw new ValueError('no good');
  }
  const event = new Event();
  createTask(failing(), { name: 'failing' });
  const patient = createTask(event.wait(), { name: 'patient' });
  narrator.at('main', 10);
  yield* sleep(2);
  patient.cancel('too late');
  narrator.at('main', 12);
  yield* event.wait();
}
