// Who comes while a round is still leaving waits for the next one.
// A reset in between breaks the barrier only for those who have not gone on yet.
import { Barrier, createTask, gather, run, sleep } from 'yieldstar';
import { say } from './say';

function* visitor(barrier: Barrier, again = false) {
  try {
    say('passes as', yield* barrier.wait());
    if (again) {
      say('comes again');
      say('passes again as', yield* barrier.wait());
    }
  } catch (error) {
    say(error);
  }
}

function* main() {
  const barrier = new Barrier(2);
  const a = createTask(visitor(barrier), { name: 'a' });
  const b = createTask(visitor(barrier, true), { name: 'b' });
  const c = createTask(visitor(barrier), { name: 'c' });
  yield* gather([a, b, c]);
  say('waiting:', barrier.nWaiting);

  const d = createTask(visitor(barrier), { name: 'd' });
  yield* sleep(1);
  yield* barrier.wait();
  say('lets d go on, but resets before it does');
  yield* barrier.reset();
  yield* d;
  say('broken:', barrier.broken, 'waiting:', barrier.nWaiting);
}

run(main());
