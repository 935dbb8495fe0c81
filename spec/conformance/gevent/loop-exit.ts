// Where nothing is left that could ever run, main, which waits, is thrown LoopExit; it may go on, and let others
// go on.
// Who blocks in a callback of the loop is refused.
import { gevent } from 'yieldstar';
import { say } from './say';

const event = new gevent.Event();
const queue = new gevent.Queue();
const result = new gevent.AsyncResult();

function* waiter() {
  say('waits');
  yield* event.wait();
  say('goes on');
  return yield* queue.get();
}

const greenlet = gevent.spawn(waiter);
const waits = [() => greenlet.join(), () => event.wait(), () => queue.get(), () => result.get()];
for (const wait of [...waits, () => gevent.joinall([greenlet])]) {
  try {
    wait();
  } catch (error) {
    say('LoopExit:', (error as gevent.LoopExit).args[0], greenlet.ready());
  }
}
event.set();
try {
  greenlet.get();
} catch (error) {
  say('LoopExit:', (error as gevent.LoopExit).args[0]);
}
queue.put('an item');
say(greenlet.get());

function blocks(greenlet: gevent.Greenlet) {
  try {
    gevent.sleep(1);
  } catch (error) {
    say(error);
  }
  say(greenlet.get(), greenlet.join());
}

greenlet.rawlink(blocks);
gevent.sleep(0);
try {
  gevent.spawn(() => gevent.getHub().switch()).join(1);
  say('timed out');
  gevent.spawn(() => new gevent.Event().wait(1)).join();
  say('a timer is enough');
  new gevent.Event().wait();
} catch {
  say('LoopExit');
}
