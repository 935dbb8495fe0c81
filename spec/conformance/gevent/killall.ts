// killall throws in all, one after another, and waits for those that take their time, or not; a Timeout tells that
// it took too long.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

function* worker(name: string, seconds: number) {
  try {
    yield* gevent.sleep(100);
  } catch (error) {
    say(name, 'is to end');
    yield* gevent.sleep(seconds);
    say(name, 'ends');
    throw error;
  }
}

function spawn(...workers: [name: string, seconds: number][]) {
  const greenlets = workers.map(([name, seconds]) => gevent.spawn(worker, name, seconds));
  gevent.sleep(0);
  return greenlets;
}

gevent.killall(spawn(['a', 2], ['b', 0], ['c', 1]));
say('all have ended');
let greenlets = spawn(['d', 1], ['e', 2]);
gevent.killall(greenlets, gevent.GreenletExit, false);
say(
  'killed',
  greenlets.map((each) => each.ready()),
);
gevent.joinall(greenlets);
greenlets = spawn(['f', 5], ['g', 1]);
try {
  gevent.killall(greenlets, gevent.GreenletExit, true, 2);
} catch (error) {
  say(
    error,
    greenlets.map((each) => each.ready()),
  );
}
gevent.killall(greenlets, new ValueError('now'));
say(greenlets.map((each) => each.exception));
gevent.killall([]);
gevent.killall(greenlets);
say('nothing to kill');
