// Who waits for a queue may give up, or be killed there: the next in line is served.
import { gevent } from 'yieldstar';
import { say } from './say';

const queue = new gevent.Queue(1);

function* getter(name: string, timeout: number | null = null, block = true) {
  try {
    say(name, 'got', yield* queue.get(block, timeout));
  } catch (error) {
    if (error instanceof gevent.GreenletExit) throw error;
    say(name, error);
  }
}

function* putter(name: string, timeout: number | null = null, block = true) {
  try {
    yield* queue.put(name, block, timeout);
    say(name, 'put');
  } catch (error) {
    if (error instanceof gevent.GreenletExit) throw error;
    say(name, error);
  }
}

type Step = (name: string, timeout?: number | null, block?: boolean) => Generator<unknown, void, unknown>;
const main = (step: Step, ...args: Parameters<Step>) => gevent.withTimeout(null, step, ...args);

main(getter, 'a', 1);
main(getter, 'b', 0);
main(getter, 'c', null, false);
gevent.spawn(getter, 'd', 0.5);
let killed = gevent.spawn(getter, 'killed');
gevent.spawn(getter, 'e');
gevent.sleep(0.25);
killed.kill();
gevent.sleep(0.5);
main(putter, 'f');
main(putter, 'g', 1);
main(putter, 'h', 1);
main(putter, 'i', null, false);
gevent.spawn(putter, 'j', 1);
killed = gevent.spawn(putter, 'killed');
gevent.spawn(putter, 'k');
gevent.sleep(0.5);
killed.kill();
gevent.sleep(1);
say(queue.getNowait(), queue.qsize());
main(getter, 'main');
for (const method of [() => queue.getNowait(), () => [queue.putNowait(1), queue.putNowait(2)], () => queue.peek()]) {
  try {
    say(method());
  } catch (error) {
    say(error);
  }
}
