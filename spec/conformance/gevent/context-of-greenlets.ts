// Each greenlet has a context of its own, which is empty at first, whoever spawned it; what it sets stays there.
import { ContextVar, copyContext, gevent } from 'yieldstar';
import { say } from './say';

const variable = new ContextVar('variable', { default: 'default' });

function* work(name: string, value: string) {
  say(name, variable.get());
  variable.set(value);
  yield* gevent.sleep(1);
  say(name, variable.get());
  return gevent.spawn(child, name);
}

function child(name: string) {
  say(name, 'child', variable.get());
}

variable.set('main');
const greenlets = ['a', 'b'].map((name) => gevent.spawn(work, name, name + name));
gevent.joinall(greenlets);
say('main', variable.get());
for (const greenlet of greenlets) greenlet.get().join();
greenlets[0]?.link(() => say('link', variable.get()));
greenlets[0]?.rawlink(() => say('rawlink', variable.get()));
gevent.sleep(0);
const context = copyContext();
const given = new gevent.Greenlet(child, 'given');
given.grContext = context;
given.start();
given.join();
say('main', variable.get());
