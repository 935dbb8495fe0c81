// Of two nested deadlines the earlier one counts: its timeout raises, the other lets it pass.
// Where both come at once, the TimeoutError is the outer one's.
import { asyncWith, currentTask, run, sleep, timeout } from 'yieldstar';
import { say } from './say';

function* main() {
  for (const [outerDelay, innerDelay] of [
    [1, 2],
    [2, 1],
    [1, 1],
  ] as [number, number][]) {
    say('outer', outerDelay, 'inner', innerDelay);
    const outer = timeout(outerDelay);
    const inner = timeout(innerDelay);
    try {
      yield* asyncWith(outer, function* () {
        try {
          yield* asyncWith(inner, () => sleep(60));
        } catch (error) {
          say('out of the inner comes', error, '- asked:', currentTask()?.cancelling());
          throw error;
        }
      });
    } catch (error) {
      say('out of the outer comes', error, '- asked:', currentTask()?.cancelling());
    }
    say('expired:', outer.expired(), inner.expired());
  }
}

run(main());
