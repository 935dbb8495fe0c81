// A greenlet that is killed is thrown GreenletExit where it waits, or another exception. It may clean up, catch
// it, and go on.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

const { GreenletExit } = gevent;

function* worker(name: string, swallow = false) {
  try {
    yield* gevent.sleep(10);
  } catch (error) {
    if (error instanceof ValueError) {
      say(name, 'caught', error);
      throw error;
    }
    say(name, 'is to end', tuple((error as gevent.GreenletExit).args));
    yield* gevent.sleep(1);
    if (!swallow) throw error;
  } finally {
    say(name, 'cleans up');
  }
  return `${name} went on`;
}

const tuple = (args: readonly unknown[]) => [...args];

function* killer(greenlet: gevent.Greenlet) {
  yield* greenlet.kill();
  say('killer is done');
}

const spawned = ['a', 'b', 'c', 'd'].map((name) => gevent.spawn(worker, name, name === 'b'));
const [a, b, c, d] = spawned as [gevent.Greenlet, gevent.Greenlet, gevent.Greenlet, gevent.Greenlet];
gevent.sleep(1);
gevent.spawn(killer, a);
a.kill();
say('a', a.value.name, a.successful());
b.kill(GreenletExit, false);
say('b is alive', b.ready());
b.kill(GreenletExit, true, 0.5);
say('b is alive', b.ready());
b.join();
say('b', b.value);
c.kill(new ValueError('own'));
say('c', c.value, c.exception);
d.kill(new GreenletExit('bye'));
say('d', tuple(d.value.args));
d.kill();
say(d.dead, d.ready());
