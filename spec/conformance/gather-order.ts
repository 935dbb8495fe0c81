// Results come in the order of the arguments, whoever is done first.
// A coroutine given twice runs once, and has its result in both places.
import { gather, run, sleep } from 'yieldstar';
import { say } from './say';

function* square(n: number, seconds: number) {
  say('begins');
  yield* sleep(seconds);
  say('is done');
  return n * n;
}

function* main() {
  say('got', yield* gather([square(2, 3), square(3, 1), square(4, 2)]));
  const twice = square(5, 1);
  say('got', yield* gather([twice, square(6, 0), twice]));
  say('got', yield* gather([]));
}

run(main());
