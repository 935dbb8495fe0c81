// Reset, a barrier sends away all who wait; it can then be used again.
// One who is cancelled merely leaves: the barrier is not broken by that.
import { Barrier, BrokenBarrierError, createTask, gather, run, sleep } from 'yieldstar';
import { say } from './say';

function* visitor(barrier: Barrier) {
  try {
    say('passes as', yield* barrier.wait());
  } catch (error) {
    if (error instanceof BrokenBarrierError) {
      say(error, '- broken:', barrier.broken);
    } else {
      say('is cancelled, waiting:', barrier.nWaiting);
      throw error;
    }
  }
}

function* main() {
  const barrier = new Barrier(3);
  const a = createTask(visitor(barrier), { name: 'a' });
  const b = createTask(visitor(barrier), { name: 'b' });
  yield* sleep(1);
  say('waiting:', barrier.nWaiting);
  a.cancel();
  yield* sleep(1);
  say('waiting:', barrier.nWaiting, 'broken:', barrier.broken);
  yield* barrier.reset();
  say('reset; waiting:', barrier.nWaiting);
  const latecomer = createTask(visitor(barrier), { name: 'latecomer' });
  yield* sleep(1);
  say('waiting:', barrier.nWaiting, 'done:', b.done(), latecomer.done());
  yield* gather([visitor(barrier), visitor(barrier)]);
  yield* latecomer;
}

run(main());
