// A task that is cancelled inside an asynchronous generator unwinds it: its finally runs, and may await.
// An error thrown into one appears where it yielded.
import { createTask, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

async function* numbers() {
  let n = 0;
  try {
    while (true) {
      try {
        n += 1;
        yield n;
      } catch (error) {
        say('the generator caught', error);
      }
      await sleep(1);
    }
  } finally {
    say('the generator cleans up');
    await sleep(1);
    say('the generator is clean');
  }
}

async function listen() {
  try {
    for await (const n of numbers()) {
      say('heard', n);
    }
  } catch (error) {
    say('caught', error);
  }
}

async function main() {
  const task = createTask(listen(), { name: 'listener' });
  await sleep(1.5);
  task.cancel('enough');
  await task;

  const generator = numbers();
  say('first:', (await generator.next()).value);
  say('after an error:', (await generator.throw(new ValueError('thrown in'))).value);
  await generator.return();
  say('closed');
}

run(main());
