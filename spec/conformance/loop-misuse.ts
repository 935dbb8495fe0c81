// A loop says what is wrong with how it is used.
// It runs one thing at a time, not at all once it is closed, and is not closed while it runs.
import { EventLoop, getRunningLoop, run } from 'yieldstar';
import { say } from './say';

async function nothing() {}

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    say(error);
  }
}

async function main() {
  const loop = getRunningLoop() as EventLoop;
  const future = loop.createFuture();
  attempt(() => loop.runUntilComplete(future));
  attempt(() => other.runUntilComplete(future));
  attempt(() => loop.close());
  attempt(() => loop.callLater(null as never, nothing));
  attempt(() => loop.callAt(null as never, nothing));
  attempt(() => loop.setTaskFactory(5 as never));
}

const other = new EventLoop();
attempt(() => getRunningLoop());
run(main());
other.close();
other.close();
attempt(() => other.callSoon(nothing));
attempt(() => other.callLater(1, nothing));
attempt(() => other.runForever());
say(other.isClosed(), other.isRunning());
