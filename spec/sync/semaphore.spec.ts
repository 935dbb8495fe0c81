import { expect } from 'chai';
import { asyncWith, EventLoop, gather, Semaphore, sleep, type Task, TaskGroup, ValueError } from '../../lib';
import { Log, runBriefly } from '../support';
import { STYLES } from './styles';

/** One that lets the spec see how many permits are free. */
class OpenSemaphore extends Semaphore {
  get free(): number {
    return this.value;
  }
}

describe('Semaphore', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('with no permits is locked from the start', () => {
    expect(new Semaphore(0).locked()).to.equal(true);
  });

  it('has one permit when not told how many', () => {
    expect(new OpenSemaphore().free).to.equal(1);
  });

  it('refuses to be made with less than none', () => {
    expect(() => new Semaphore(-1)).to.throw(ValueError, /^Semaphore initial value must be >= 0$/);
  });

  it('refuses to be made with what is no number, though JavaScript would compare it with one', () => {
    expect(() => new Semaphore('2' as never)).to.throw(TypeError, "value must be a number, not '2'");
    expect(() => new Semaphore(null as never)).to.throw(TypeError, 'value must be a number, not null');
  });

  it('cannot itself be awaited, which takes no permit', () => {
    const semaphore = new OpenSemaphore();
    const main = async () => {
      await (semaphore as unknown as PromiseLike<void>);
    };
    const text = "object OpenSemaphore can't be used in 'await' expression";
    expect(() => loop.runUntilComplete(main())).to.throw(TypeError, text);
    expect([semaphore.locked(), semaphore.free]).to.deep.equal([false, 1]);
  });

  it('is locked while all its permits are taken', () => {
    const semaphore = new Semaphore();
    loop.runUntilComplete(semaphore.acquire());
    const taken = semaphore.locked();
    semaphore.release();
    expect([taken, semaphore.locked()]).to.deep.equal([true, false]);
  });

  it('may be released more often than it was acquired: it has more permits then', () => {
    const semaphore = new OpenSemaphore(1);
    semaphore.release();
    expect(semaphore.free).to.equal(2);
  });

  for (const [style, awaiting] of STYLES) {
    it(`lets in as many ${style} as it has permits, and one more for each that is released`, () => {
      const semaphore = new OpenSemaphore(3);
      const come = (name: string): Task => {
        const acquiring = awaiting(
          () => semaphore.acquire(),
          (result) => log.note(`${name} ${result}`),
        );
        return loop.createTask(acquiring) as Task;
      };
      const seen: unknown[] = [];
      const see = (): unknown => seen.push([semaphore.locked(), semaphore.free, String(semaphore)]);
      for (let i = 0; i < 2; i++) expect(loop.runUntilComplete(semaphore.acquire())).to.equal(true);
      see();
      const tasks = ['a', 'b', 'c'].map(come);
      runBriefly(loop);
      see();
      tasks.push(come('d'));
      semaphore.release();
      semaphore.release();
      see();
      runBriefly(loop);
      see();
      expect(log.entries).to.deep.equal(['a true@0', 'b true@0', 'c true@0']);
      expect(tasks.map((task) => task.done())).to.deep.equal([true, true, true, false]);
      expect(seen).to.deep.equal([
        [false, 1, '<asyncio.locks.OpenSemaphore object [unlocked, value:1]>'],
        [true, 0, '<asyncio.locks.OpenSemaphore object [locked, waiters:2]>'],
        [true, 0, '<asyncio.locks.OpenSemaphore object [locked, waiters:2]>'],
        [true, 0, '<asyncio.locks.OpenSemaphore object [locked, waiters:1]>'],
      ]);
      semaphore.release();
      loop.runUntilComplete(tasks[3] as Task);
    });
  }

  it('hands a released permit to the first in line at once: it is not free even before that one runs', () => {
    const semaphore = new OpenSemaphore(0);
    const first = loop.createTask(semaphore.acquire());
    runBriefly(loop);
    semaphore.release();
    expect([first.done(), semaphore.free, semaphore.locked()]).to.deep.equal([false, 0, true]);
    runBriefly(loop);
    expect([first.done(), semaphore.free, semaphore.locked()]).to.deep.equal([true, 0, true]);
  });

  it('of two lets two at a time sleep', () => {
    const semaphore = new Semaphore(2);
    function* worker(name: string) {
      yield* asyncWith(semaphore, function* () {
        log.note(name);
        yield* sleep(1);
      });
    }
    loop.runUntilComplete(gather(['a', 'b', 'c', 'd', 'e'].map((name) => loop.createTask(worker(name)))));
    expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@1', 'd@1', 'e@2']);
  });

  it('is shown with its free permits, or as locked, and with how many stand in line', () => {
    const semaphore = new Semaphore();
    const shown = [String(semaphore)];
    loop.runUntilComplete(semaphore.acquire());
    shown.push(String(semaphore));
    for (let i = 0; i < 2; i++) {
      loop.createTask(semaphore.acquire());
      runBriefly(loop);
      shown.push(String(semaphore));
    }
    expect([...shown, String(new Semaphore(2))]).to.deep.equal([
      '<asyncio.locks.Semaphore object [unlocked, value:1]>',
      '<asyncio.locks.Semaphore object [locked]>',
      '<asyncio.locks.Semaphore object [locked, waiters:1]>',
      '<asyncio.locks.Semaphore object [locked, waiters:2]>',
      '<asyncio.locks.Semaphore object [unlocked, value:2]>',
    ]);
  });

  describe('in the order of coming', () => {
    const acquire = function* (semaphore: Semaphore, name: string) {
      yield* semaphore.acquire();
      log.note(name);
    };

    it('lets in who comes back only behind those who have waited meanwhile', () => {
      const semaphore = new Semaphore(1);
      async function twice(name: string) {
        for (const time of [1, 2]) {
          await semaphore.acquire();
          log.note(`${name}, time ${time}`);
          await sleep(1);
          semaphore.release();
        }
      }
      const group = new TaskGroup();
      const main = asyncWith(group, async () => {
        for (const name of ['a', 'b', 'c']) group.createTask(twice(name));
      });
      loop.runUntilComplete(main);
      expect(log.entries).to.deep.equal([
        'a, time 1@0',
        'b, time 1@1',
        'c, time 1@2',
        'a, time 2@3',
        'b, time 2@4',
        'c, time 2@5',
      ]);
    });

    it('lets in who releases and comes back at once only behind those who wait', () => {
      const semaphore = new Semaphore(1);
      const twice = function* () {
        yield* acquire(semaphore, 'second');
        semaphore.release();
        yield* acquire(semaphore, 'second again');
      };
      const coros = [acquire(semaphore, 'first'), twice(), acquire(semaphore, 'third')];
      const tasks = coros.map((coro) => loop.createTask(coro));
      runBriefly(loop);
      semaphore.release();
      semaphore.release();
      loop.runUntilComplete(gather(tasks));
      expect(log.entries).to.deep.equal(['first@0', 'second@0', 'third@0', 'second again@0']);
    });

    it('has one who was let in see to those behind him, for whom permits are free: before anything later', () => {
      const semaphore = new OpenSemaphore(0);
      let fourthTask: Task | undefined;
      async function first() {
        log.note(`comes ${semaphore.free}`);
        await semaphore.acquire();
        fourthTask = loop.createTask(fourth()) as Task;
        log.note(`first ${semaphore.free}`);
      }
      async function second() {
        for (let i = 0; i < 3; i++) semaphore.release();
        log.note(`released ${semaphore.free} ${semaphore.locked()}`);
        await semaphore.acquire();
        log.note(`second ${semaphore.free}`);
      }
      async function third() {
        await semaphore.acquire();
        log.note(`third ${semaphore.free} ${semaphore.locked()}`);
      }
      async function fourth() {
        log.note(`fourth ${semaphore.free}`);
      }
      const tasks = [first(), second(), third()].map((coro) => loop.createTask(coro));
      runBriefly(loop);
      expect(String(semaphore)).to.equal('<asyncio.locks.OpenSemaphore object [locked, waiters:3]>');
      log.note(`all in line ${semaphore.free}`);
      runBriefly(loop);
      loop.runUntilComplete(gather([...tasks, fourthTask as Task]));
      expect(log.entries).to.deep.equal([
        'comes 0@0',
        'released 2 true@0',
        'all in line 2@0',
        'first 0@0',
        'second 0@0',
        'third 0 true@0',
        'fourth 0@0',
      ]);
    });
  });
});
