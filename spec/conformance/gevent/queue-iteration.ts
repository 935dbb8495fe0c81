// To go through a queue is to get until StopIteration comes, which ends it for one only. A queue may be looked
// into, and copied.
import { gevent } from 'yieldstar';
import { say } from './say';

const { LifoQueue, PriorityQueue, Queue, StopIteration } = gevent;

async function consumer(name: string, queue: gevent.Queue) {
  for await (const item of queue) {
    say(name, item);
    await gevent.sleep(1);
  }
  say(name, 'ends');
}

const queue = new Queue(null, [1, 2, 3]);
const copy = queue.copy();
copy.put(StopIteration);
const greenlets = [gevent.spawn(consumer, 'a', queue), gevent.spawn(consumer, 'b', queue)];
for (const item of copy) say('main', item);
say('queue', queue.qsize(), 'copy', copy.qsize());
gevent.sleep(3);
queue.put(4);
queue.put(StopIteration);
gevent.joinall(greenlets, null, false, 1);
say(greenlets.map((each) => each.ready()));
gevent.spawnLater(1, () => queue.put(StopIteration));
gevent.joinall(greenlets);
for (const kind of [Queue, LifoQueue, PriorityQueue]) {
  const queue = new kind<number>();
  for (const n of [3, 1, 2]) queue.put(n);
  say(
    kind.name,
    queue.peek(),
    [1, 2, 3].map(() => queue.get()),
    queue.empty(),
  );
}

function* peeker(queue: gevent.Queue) {
  say('peeked', yield* queue.peek(), queue.qsize());
  say('got', yield* queue.get(), queue.qsize());
}

for (const queue of [new Queue(1), new PriorityQueue(1)]) {
  const greenlets = [gevent.spawn(peeker, queue), gevent.spawn(peeker, queue)];
  gevent.sleep(0);
  queue.put('first');
  queue.put('second');
  gevent.joinall(greenlets);
}
