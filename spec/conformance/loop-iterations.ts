// What a callback schedules waits for the next iteration.
// An iteration runs what was ready when it began, and nothing else.
import { EventLoop } from 'yieldstar';
import { say } from './say';

const loop = new EventLoop();

function callback(name: string, depth: number): void {
  say(name, 'at depth', depth);
  if (depth < 2) {
    loop.callSoon(callback, name, depth + 1);
    loop.callSoon(callback, `${name}'`, depth + 1);
  }
}

loop.callSoon(callback, 'a', 0);
loop.callSoon(callback, 'b', 0);
loop.callLater(1, () => loop.stop());
loop.runForever();
loop.close();
