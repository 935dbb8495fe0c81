// Asked to stop, the loop finishes its iteration; the rest waits for the next run.
// A loop stopped before it runs does a single iteration.
import { EventLoop } from 'yieldstar';
import { say } from './say';

const loop = new EventLoop();

function stop(): void {
  loop.stop();
  loop.callSoon(say, 'scheduled after the stop');
  loop.callLater(0, say, 'a timer, due at once');
  say('stops the loop');
}

loop.callSoon(say, 'before the stop');
loop.callSoon(stop);
loop.callSoon(say, 'the rest of the iteration');
loop.runForever();
say('the loop has stopped:', loop.isRunning());
loop.stop();
loop.runForever();
say('stopped beforehand, it did one iteration');
loop.callLater(1, () => loop.stop());
loop.runForever();
say('the end, at', loop.time());
loop.close();
