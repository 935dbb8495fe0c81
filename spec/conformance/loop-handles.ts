// A cancelled callback never runs, even when the request comes in the same iteration.
// Cancelling what has run, or twice, does no harm.
import { EventLoop, type Handle, type TimerHandle } from 'yieldstar';
import { say } from './say';

const loop = new EventLoop();

function cancel(name: string): void {
  say('cancels', name);
  handles[name]?.cancel();
  handles[name]?.cancel();
}

const handles: Record<string, Handle> & { timer: TimerHandle; end: TimerHandle } = {
  first: loop.callSoon(say, 'first'),
  canceller: loop.callSoon(cancel, 'later in this iteration'),
  'later in this iteration': loop.callSoon(say, 'never'),
  timer: loop.callLater(2, say, 'never, either'),
  rival: loop.callLater(1, cancel, 'timer'),
  past: loop.callLater(1, cancel, 'first'),
  end: loop.callLater(3, () => loop.stop()),
};
loop.runForever();
for (const name in handles) {
  say(name, handles[name]?.cancelled());
}
say(handles.timer.when(), handles.end.when());
loop.close();
