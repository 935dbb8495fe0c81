// A BoundedSemaphore notices who gives back more than was taken; a Semaphore grows.
// Neither begins below zero.
import { asyncWith, BoundedSemaphore, run, Semaphore, waitFor } from 'yieldstar';
import { say } from './say';

function attempt(action: () => unknown): void {
  try {
    say(action());
  } catch (error) {
    say(error);
  }
}

async function main() {
  const bounded = new BoundedSemaphore(1);
  attempt(() => bounded.release());
  await asyncWith(bounded, async () => {
    say('none left:', bounded.locked());
    try {
      await waitFor(bounded.acquire(), 1);
    } catch (error) {
      say(error);
    }
  });
  say('none left:', bounded.locked());
  attempt(() => bounded.release());
  const unbounded = new Semaphore();
  attempt(() => unbounded.release());
  say(await unbounded.acquire(), await unbounded.acquire(), unbounded.locked());
  attempt(() => new Semaphore(-1));
  attempt(() => new BoundedSemaphore(-1));
}

run(main());
