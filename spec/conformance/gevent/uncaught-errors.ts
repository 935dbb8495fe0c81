// An error that nobody catches ends its greenlet, is printed, and harms nobody else; what is to end the program
// goes to main.
import { gevent, SystemExit, ValueError } from 'yieldstar';
import { say } from './say';

function* fails(seconds: number, error: Error) {
  yield* gevent.sleep(seconds);
  throw error;
}

function* works() {
  for (let i = 0; i < 4; i++) {
    yield* gevent.sleep(1);
    say('works', i);
  }
}

const worker = gevent.spawn(works);
const failing = gevent.spawn(fails, 0.5, new ValueError('first'));
gevent.spawnRaw(fails, 1.5, new ValueError('raw'));
gevent.spawn(fails, 0, new gevent.GreenletExit());
gevent.sleep(1.75);
say(failing.exception, failing.dead);
const leaving = gevent.spawn(fails, 0.5, new SystemExit(3));
leaving.link((greenlet) => say('link', greenlet.exception?.name));
try {
  worker.join();
} catch (error) {
  say('SystemExit', (error as SystemExit).code, leaving.ready(), worker.ready());
}
gevent.spawnRaw(fails, 0.25, new SystemExit(4));
try {
  worker.join();
} catch (error) {
  say('SystemExit', (error as SystemExit).code);
}
worker.join();
say('worker has ended');
