// What is left of an asynchronous generator when the program ends is closed by run.
// One that fails meanwhile is reported to the exception handler.
import { type EventLoop, type ExceptionContext, getRunningLoop, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

const left: unknown[] = [];

async function* numbers(name: string) {
  try {
    yield 1;
    yield 2;
  } finally {
    say(name, 'cleans up');
    await sleep(1);
    say(name, 'is clean');
    // biome-ignore lint/correctness/noUnsafeFinally: this is what it shows
    if (name === 'broken') throw new ValueError('failed');
  }
}

function report(_loop: EventLoop, context: ExceptionContext): void {
  say(context.message?.split(' <')[0], context.exception);
}

async function main(name: string) {
  (getRunningLoop() as EventLoop).setExceptionHandler(report);
  const generator = numbers(name);
  left.push(generator);
  say('first:', (await generator.next()).value);
  const finished = numbers('another');
  for await (const n of finished) {
    say('heard', n);
  }
  say('main ends');
  return name;
}

for (const name of ['good', 'broken']) {
  say('returned:', run(main(name)));
}
