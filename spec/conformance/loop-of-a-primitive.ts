// A primitive belongs to the loop on which somebody first waited for it; unless it has to wait, it serves on any.
import { type AwaitableLike, asyncWith, Event, Lock, Queue, run, waitFor } from 'yieldstar';
import { say } from './say';

const [lock, event, queue] = [new Lock(), new Event(), new Queue<string>()];

function* attempt(name: string, coro: AwaitableLike<unknown>) {
  try {
    yield* waitFor(coro, 1);
  } catch (error) {
    const text = (error as Error).message;
    say(name, text === '' ? 'waits' : text.slice(text.indexOf('is bound')));
  }
}

function* main() {
  yield* asyncWith(lock, () => attempt('lock', lock.acquire()));
  yield* attempt('event', event.wait());
  yield* attempt('queue', queue.get());
  event.set();
  queue.putNowait('an item');
  say(yield* event.wait(), yield* queue.get(), yield* lock.acquire());
  event.clear();
  lock.release();
}

run(main());
run(main());
