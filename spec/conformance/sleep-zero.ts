// To sleep for no time gives way to the others, once.
// Time does not pass, and nobody is overtaken.
import { gather, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

function* count(turns: number) {
  for (let turn = 0; turn < turns; turn++) {
    say('turn', turn);
    yield* sleep(0);
  }
  say('gets', yield* sleep(-1, 'a result'));
}

function* timer() {
  yield* sleep(0.5);
  say('half a second');
}

function* main() {
  getRunningLoop().callSoon(say, 'called soon');
  yield* gather([count(3), timer(), count(1), count(2)]);
}

run(main());
