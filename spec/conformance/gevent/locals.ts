// What is set on a local is seen only by the greenlet that has set it.
import { gevent } from 'yieldstar';
import { say } from './say';

const stash = gevent.local<{ user: string; tries: number }>();

function* worker(name: string) {
  say(name, 'finds', stash.user);
  stash.user = name;
  yield* gevent.sleep(1);
  stash.tries = (stash.tries ?? 0) + 1;
  say(name, 'finds', stash.user, stash.tries, Object.keys(stash).sort());
  delete stash.user;
  say(name, 'has a user:', 'user' in stash);
}

stash.user = 'main';
gevent.joinall(['ann', 'bob'].map((name) => gevent.spawn(worker, name)));
say('main finds', stash.user, Object.keys(stash).sort());
