/*
 * The loop without coroutines: callbacks, timers, and a future.
 *
 * This is what tasks are made of. The loop runs what is ready, in order; when nothing is,
 * it lets the time pass until a timer is due.
 */

import { EventLoop, type Future } from 'yieldstar';

const loop = new EventLoop();

function say(text: string): void {
  console.log(`${loop.time()}s  ${text}`);
}

// Callbacks run in the order in which they were scheduled; timers at their time.
loop.callLater(2, say, 'the timer that was made first');
loop.callLater(1, say, 'the timer that is due first');
loop.callAt(2, say, 'a timer of the same time, made later');
loop.callSoon(say, 'soon');
loop.callSoon(() => {
  say('soon, too; and one for the next iteration');
  loop.callSoon(say, 'the next iteration');
});

// What is cancelled never runs.
const never = loop.callLater(1.5, say, 'never');
loop.callLater(1, () => never.cancel());

// A future calls nobody itself. Its callbacks go to the loop, for the next iteration.
const future = loop.createFuture<number>();
future.addDoneCallback((done: Future<number>) => {
  say(`the future's result is ${done.result()}`);
  loop.stop();
});
loop.callLater(3, () => {
  future.setResult(42);
  say('the result is set');
});

say('nothing has run yet');
loop.runForever();
say('stopped');
loop.close();
