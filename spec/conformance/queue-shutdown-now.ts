// Shut down immediately, a queue drops what it has: those items count as done, what is being worked on does not.
import { createTask, Queue, run, sleep } from 'yieldstar';
import { say } from './say';

async function worker(queue: Queue<string>) {
  try {
    while (true) {
      const item = await queue.get();
      say('works on', item);
      await sleep(2);
      queue.taskDone();
      say('has done', item);
    }
  } catch (error) {
    say('is told', error);
  }
}

async function joiner(queue: Queue<string>) {
  await queue.join();
  say('all is done');
}

async function main() {
  const queue = new Queue<string>();
  for (const item of 'abcd') {
    await queue.put(item);
  }
  createTask(worker(queue), { name: 'worker' });
  createTask(joiner(queue), { name: 'joiner' });
  await sleep(1);
  queue.shutdown(true);
  say('shut down; left:', queue.qsize());
  for (const attempt of [() => queue.putNowait('e'), () => queue.getNowait()]) {
    try {
      attempt();
    } catch (error) {
      say(error);
    }
  }
  await sleep(5);
}

run(main());
