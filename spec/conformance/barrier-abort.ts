// Aborted, a barrier is broken for those who wait and for those who come; a reset repairs it.
import { Barrier, createTask, gather, run, sleep } from 'yieldstar';
import { say } from './say';

async function visitor(barrier: Barrier) {
  try {
    say('passes as', await barrier.wait());
  } catch (error) {
    say(error);
  }
}

async function main() {
  const barrier = new Barrier(3);
  for (const name of ['a', 'b']) {
    createTask(visitor(barrier), { name });
  }
  await sleep(1);
  await barrier.abort();
  say('aborted; broken:', barrier.broken, 'waiting:', barrier.nWaiting);
  await sleep(1);
  await visitor(barrier);
  await barrier.reset();
  say('reset; broken:', barrier.broken);
  await gather([visitor(barrier), visitor(barrier), visitor(barrier)]);
}

run(main());
