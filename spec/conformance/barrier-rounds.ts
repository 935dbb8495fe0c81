// A barrier holds all back until enough have come; then it does so again.
// Each is told its place in the order of arrival; the last does not wait at all.
import { asyncWith, Barrier, gather, run, sleep } from 'yieldstar';
import { say } from './say';

async function runner(barrier: Barrier, pace: number) {
  for (const _lap of [1, 2]) {
    await sleep(pace);
    say('is at the barrier, waiting:', barrier.nWaiting);
    const place = await barrier.wait();
    say('goes on as', place, 'waiting:', barrier.nWaiting);
  }
}

async function main() {
  const barrier = new Barrier(3);
  say('parties:', barrier.parties);
  await gather([runner(barrier, 2), runner(barrier, 1), runner(barrier, 3)]);
  const alone = new Barrier(1);
  say('alone:', await alone.wait(), await alone.wait());
  await asyncWith(alone, async (place) => {
    say('inside, as', place);
  });
  try {
    new Barrier(0);
  } catch (error) {
    say(error);
  }
}

run(main());
