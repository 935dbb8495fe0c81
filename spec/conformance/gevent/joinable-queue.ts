// A joinable queue is done when the work on all that was put in is; who joins it may wait for only so long.
import { gevent } from 'yieldstar';
import { say } from './say';

const queue = new gevent.JoinableQueue<number>(3);

function* worker(name: string) {
  for (;;) {
    const job = yield* queue.get();
    yield* gevent.sleep(job);
    say(name, 'did', job, queue.unfinishedTasks);
    queue.taskDone();
  }
}

function* joiner() {
  say('joined', yield* queue.join());
}

say(queue.join());
for (const name of ['a', 'b']) gevent.spawn(worker, name);
for (const job of [2, 1, 3, 1, 2]) queue.put(job);
say('all are in', queue.unfinishedTasks);
gevent.spawn(joiner);
say(queue.join(1));
say(queue.join(), queue.unfinishedTasks);
try {
  queue.taskDone();
} catch (error) {
  say(error);
}
queue.put(1);
say(queue.join(0), queue.join());
const full = new gevent.JoinableQueue(null, [1, 2]);
say(full.unfinishedTasks, full.qsize());
for (let i = 0; i < 2; i++) {
  full.get();
  full.taskDone();
}
say(full.join());
