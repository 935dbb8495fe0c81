// join waits until each item that was put has been reported done, not only taken.
// More reports than items are an error.
import { createTask, gather, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

async function worker(queue: Queue<number>) {
  while (true) {
    const item = await queue.get();
    say('works on', item);
    await sleep(item);
    queue.taskDone();
  }
}

async function main() {
  const queue = new Queue<number>();
  await queue.join();
  say('nothing put, nothing to wait for');
  const workers = [1, 2].map((n) => createTask(worker(queue), { name: `worker-${n}` }));
  for (const seconds of [3, 1, 1.5, 0.5]) {
    queue.putNowait(seconds);
  }
  await queue.join();
  say('all done; left:', queue.qsize());
  for (const task of workers) {
    task.cancel();
  }
  const results = await gather(workers, { returnExceptions: true });
  say(results);
  try {
    queue.taskDone();
  } catch (error) {
    say(error);
  }
}

run(main());
