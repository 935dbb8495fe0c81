// A queue that is full makes who puts wait, one that is empty who gets: both are served in the order in which they
// came.
import { gevent } from 'yieldstar';
import { say } from './say';

const queue = new gevent.Queue<string>(2);

function* producer(name: string, count: number, pause: number) {
  for (let i = 0; i < count; i++) {
    yield* queue.put(`${name}${i}`);
    say(name, 'put', i, queue.qsize(), queue.full());
    yield* gevent.sleep(pause);
  }
}

function* consumer(name: string, pause: number) {
  for (;;) {
    const item = yield* queue.get();
    say(name, 'got', item, queue.qsize());
    yield* gevent.sleep(pause);
  }
}

say(queue.maxsize, queue.empty(), queue.full());
const greenlets = [
  gevent.spawn(consumer, 'x', 1.5),
  gevent.spawn(producer, 'a', 4, 0),
  gevent.spawn(producer, 'b', 3, 1),
  gevent.spawn(consumer, 'y', 4),
  gevent.spawn(consumer, 'z', 0.75),
  gevent.spawn(producer, 'c', 3, 0),
];
gevent.sleep(0);
say('main gets', queue.get());
queue.put('main');
say('main has put');
gevent.sleep(20);
gevent.killall(greenlets);
say(
  queue.qsize(),
  greenlets.map((each) => each.ready()),
);
