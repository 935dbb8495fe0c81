// Mere greenlets may wait by gevent, too; and one that switches to others by name lives beside those that the hub
// runs.
import { getcurrent, gevent, greenlet } from 'yieldstar';
import { say } from './say';

function* ping(start: number) {
  for (let n = start; n > 0; ) {
    say('ping', n);
    yield* gevent.sleep(1);
    n = yield* other.switch(n - 1);
  }
  say('ping ends');
  return 'from ping';
}

function* pong(start: number) {
  for (let n = start; ; ) {
    say('pong', n);
    n = yield* first.switch(n);
  }
}

function* beside() {
  for (let i = 0; i < 3; i++) {
    say('beside', i);
    yield* gevent.sleep(0.75);
  }
}

gevent.spawn(beside);
const first = greenlet(ping);
const other = greenlet(pong);
say(first.switch(2), first.dead, other.dead);
const main = getcurrent();

function* back() {
  say('switches to main');
  yield* main.switch('by hand');
  say('goes on');
}

const raw = gevent.spawnRaw(back);
say('main got', gevent.getHub().switch());
gevent.sleep(0);
say(raw.dead);
gevent.kill(raw);
gevent.sleep(1);
say(
  raw.dead,
  gevent.wait([gevent.spawn(getcurrent)]).map((each) => (each.value as object).constructor.name),
);
