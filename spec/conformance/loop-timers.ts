// Timers run in the order of their deadlines; those of one deadline in the order in which they were made.
// It does not matter by which method, or how long before.
import { EventLoop } from 'yieldstar';
import { say } from './say';

const loop = new EventLoop();

function start(): void {
  loop.callLater(2, say, 'made first, in 2');
  loop.callLater(1, say, 'made second, in 1');
  loop.callAt(2, say, 'made third, at 2');
  loop.callLater(1, again);
  loop.callLater(0, say, 'in no time');
  loop.callSoon(say, 'soon');
  loop.callLater(-5, say, 'too late');
}

function again(): void {
  loop.callLater(1, say, 'made at 1, in 1');
  loop.callAt(1.5, say, 'made at 1, at 1.5');
  loop.callAt(1, say, 'made at 1, at 1');
}

loop.callSoon(start);
loop.callLater(3, () => loop.stop());
loop.runForever();
loop.close();
