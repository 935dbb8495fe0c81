// In debug mode, what cannot be called is refused where it is scheduled; otherwise, it is reported when its time comes.
import { coroutine, EventLoop } from 'yieldstar';
import { say } from './say';

const work = coroutine(function* work() {
  say('never runs');
});

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    say(error);
  }
}

const loop = new EventLoop();
loop.setExceptionHandler((_loop, context) => say(context.message));
const coro = work();
for (const debug of [true, false]) {
  loop.setDebug(debug);
  say('debug:', loop.getDebug());
  attempt(() => loop.callSoon(5 as never));
  attempt(() => loop.callLater(1, 5 as never));
  attempt(() => loop.callAt(2, 'f' as never));
  attempt(() => loop.callSoonThreadsafe(5 as never));
  if (debug) {
    attempt(() => loop.callSoon(work));
    attempt(() => loop.callLater(1, coro as never));
  }
}
coro.close();
loop.callLater(3, () => loop.stop());
loop.runForever();
loop.close();
