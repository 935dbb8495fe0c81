import { expect } from 'chai';
import { asyncWith, EventLoop, LifoQueue, PriorityQueue, Queue, sleep, TaskGroup, ValueError } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

for (const Type of [Queue, LifoQueue, PriorityQueue] as (typeof Queue<number>)[]) {
  describe(`${Type.name}: join and taskDone`, () => {
    let loop: EventLoop;
    let log: Log;
    let queue: Queue<number>;

    beforeEach(() => {
      loop = new EventLoop();
      log = new Log(loop);
      queue = new Type();
    });

    function* joining(name: string) {
      yield* queue.join();
      log.note(`${name} joined`);
    }

    it('has join end at once where nothing was put in, as often as it is asked', () => {
      function* main() {
        yield* queue.join();
        yield* queue.join();
      }
      expect(main().next()).to.deep.equal({ done: true, value: undefined });
    });

    it('refuses taskDone where nothing was put in', () => {
      const error = thrownBy(() => queue.taskDone());
      expect([error instanceof ValueError, error.message]).to.deep.equal([true, 'task_done() called too many times']);
    });

    it('refuses taskDone for more items than were put in', () => {
      queue.putNowait(1);
      queue.taskDone();
      expect(() => queue.taskDone()).to.throw(ValueError, 'task_done() called too many times');
    });

    it('counts what was put in, whether or not it was taken: joined is who waits for the last of the work on it', () => {
      for (const item of [1, 2]) queue.putNowait(item);
      loop.createTask(joining('A'));
      loop.callLater(1, () => queue.taskDone());
      loop.callLater(2, () => log.note(`taken: ${[queue.getNowait(), queue.getNowait()].sort()}`));
      loop.callLater(3, () => queue.taskDone());
      loop.runUntilComplete(sleep(10));
      expect(log.entries).to.deep.equal(['taken: 1,2@2', 'A joined@3']);
    });

    it('has join wait until two workers have done a hundred items', () => {
      let sum = 0;
      let running = true;
      async function worker() {
        while (running) {
          sum += await queue.get();
          queue.taskDone();
        }
      }
      for (let item = 0; item < 100; item++) queue.putNowait(item);
      const main = asyncWith(new TaskGroup(), async (group) => {
        for (let i = 0; i < 2; i++) group.createTask(worker());
        await queue.join();
        log.note(`joined, ${sum}`);
        running = false;
        for (let i = 0; i < 2; i++) queue.putNowait(0);
      });
      loop.runUntilComplete(main);
      expect(log.entries).to.deep.equal(['joined, 4950@0']);
    });

    it('lets all go who wait, in the order in which they came', () => {
      queue.putNowait(1);
      for (const name of ['A', 'B']) loop.createTask(joining(name));
      loop.callLater(1, () => queue.taskDone());
      loop.runUntilComplete(sleep(10));
      expect(log.entries).to.deep.equal(['A joined@1', 'B joined@1']);
    });

    it('lets them go even if something is put in before they run; who comes later waits for that', () => {
      queue.putNowait(1);
      loop.createTask(joining('A'));
      runBriefly(loop);
      queue.taskDone();
      queue.putNowait(2);
      const later = loop.createTask(joining('B'));
      runBriefly(loop);
      expect([...log.entries, later.done()]).to.deep.equal(['A joined@0', false]);
    });

    it('shows how many items are not done, if any are not', () => {
      const texts = [String(queue)];
      for (const item of [1, 2]) queue.putNowait(item);
      for (let i = 0; i < 2; i++) queue.getNowait();
      texts.push(String(queue));
      for (let i = 0; i < 2; i++) queue.taskDone();
      const name = Type.name;
      expect([...texts, String(queue)]).to.deep.equal([
        `<${name} maxsize=0>`,
        `<${name} maxsize=0 tasks=2>`,
        `<${name} maxsize=0>`,
      ]);
    });
  });
}
