// A greenlet that is killed before it has begun never begins: its end is the exception. To kill is to wait, but
// not for that.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

const nameOf = (greenlet: gevent.Greenlet) => (greenlet.value as object | undefined)?.constructor.name ?? 'NoneType';

function work(name: string) {
  say(name, 'runs');
}

function report(greenlet: gevent.Greenlet) {
  say('link', nameOf(greenlet), greenlet.exception);
}

const plain = gevent.spawn(work, 'plain');
plain.link(report);
plain.kill();
say('plain', plain.dead, plain.ready(), plain.successful(), nameOf(plain));
const failed = gevent.spawn(work, 'failed');
failed.link(report);
failed.kill(new ValueError('own'), false);
say('failed', failed.dead, failed.successful(), failed.exception);
const unstarted = new gevent.Greenlet(work, 'unstarted');
unstarted.link(report);
unstarted.kill();
unstarted.start();
say('unstarted', unstarted.dead, unstarted.started, nameOf(unstarted));
const later = gevent.spawnLater(1, work, 'later');
const raw = gevent.spawnRaw(work, 'raw');
gevent.killall([later, gevent.spawn(work, 'of several')]);
gevent.kill(raw);
say('main sleeps');
gevent.sleep(2);
say(later.ready(), raw.dead);
say((plain.get() as unknown as Error).name);
try {
  failed.get();
} catch (error) {
  say('caught', error);
}
