// A getter who is cancelled when an item has just come for it leaves the item to the next in line.
// The same goes for a place in a full queue.
import { createTask, Queue, run, sleep, wait } from 'yieldstar';
import { say } from './say';

async function getter(queue: Queue<unknown>) {
  say('got', await queue.get());
}

async function putter(queue: Queue<unknown>, item: number) {
  await queue.put(item);
  say('put', item);
}

async function main() {
  const queue = new Queue<unknown>(1);
  const getters = [1, 2, 3].map((n) => createTask(getter(queue), { name: `getter-${n}` }));
  await sleep(1);
  queue.putNowait('an item');
  getters[0]?.cancel();
  await sleep(1);
  getters[2]?.cancel();
  const asked = getters.map((task) => task.cancelling());
  say('cancelled:', asked, 'left:', queue.qsize());

  queue.putNowait('the first');
  const putters = [1, 2, 3].map((n) => createTask(putter(queue, n), { name: `putter-${n}` }));
  await sleep(1);
  say('took', queue.getNowait());
  putters[0]?.cancel();
  await sleep(1);
  say('took', queue.getNowait(), 'and', await queue.get());
  await wait(putters);
  say('left:', queue.qsize());
}

run(main());
