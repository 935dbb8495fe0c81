// A lock that is not held cannot be released; whoever fails while holding it lets it go.
// Waiting for it can be given up.
import { asyncWith, Lock, run, ValueError, waitFor } from 'yieldstar';
import { say } from './say';

async function fail(lock: Lock) {
  await asyncWith(lock, async () => {
    say('has the lock:', lock.locked());
    throw new ValueError('failed');
  });
}

async function main() {
  const lock = new Lock();
  try {
    lock.release();
  } catch (error) {
    say(error);
  }
  try {
    await fail(lock);
  } catch (error) {
    say(error, '- locked:', lock.locked());
  }
  say('acquired:', await lock.acquire(), lock.locked());
  try {
    await waitFor(lock.acquire(), 1);
  } catch (error) {
    say(error, '- locked:', lock.locked());
  }
  say('released:', lock.release(), lock.locked());
}

run(main());
