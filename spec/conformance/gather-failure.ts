// The first error ends the waiting at once, but not the others: they go on, and nobody asks for their results.
// With errors as results, it waits for all of them.
import { gather, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  await sleep(seconds);
  say('is done');
  return seconds;
}

async function fail(seconds: number, text: string) {
  await sleep(seconds);
  say('fails');
  throw new ValueError(text);
}

async function main() {
  try {
    await gather([work(3), fail(2, 'second'), fail(1, 'first')]);
  } catch (error) {
    say('caught', error);
  }
  await sleep(5);
  const coros = [work(3), fail(2, 'second'), fail(1, 'first')];
  say('got', await gather(coros, { returnExceptions: true }));
}

run(main());
