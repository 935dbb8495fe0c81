import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  Condition,
  EventLoop,
  Lock,
  RuntimeError,
  type Task,
  TimeoutError,
  waitFor,
} from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Condition', () => {
  let loop: EventLoop;
  let log: Log;
  let condition: Condition;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    condition = new Condition();
  });

  /** Acquire for the spec itself, which is not in a task. */
  function lockIt(): void {
    loop.runUntilComplete(condition.acquire());
  }

  const inGenerators = function* (name: string) {
    yield* condition.acquire();
    const woken = yield* condition.wait();
    log.note(`${name} ${woken}`);
    return name;
  };
  const inFunctions = async (name: string) => {
    await condition.acquire();
    const woken = await condition.wait();
    log.note(`${name} ${woken}`);
    return name;
  };
  const ways: [style: string, keeper: (name: string) => AwaitableLike<string>][] = [
    ['generators', inGenerators],
    ['async functions', inFunctions],
  ];

  for (const [style, keeper] of ways) {
    it(`has ${style} go on that wait once they are notified and have the lock, which each keeps`, () => {
      const tasks = ['a', 'b', 'c'].map((name) => loop.createTask(keeper(name)) as Task<string>);
      const step = (what: string, action: () => unknown): void => {
        action();
        runBriefly(loop);
        log.note(`${what}: ${condition.locked()}`);
      };
      step('they wait', () => {});
      lockIt();
      step('notified', () => condition.notify());
      step('released', () => condition.release());
      step('two notified', () => condition.notify(2));
      step('released', () => condition.release());
      step('released', () => condition.release());
      expect(log.entries).to.deep.equal([
        'they wait: false@0',
        'notified: true@0',
        'a true@0',
        'released: true@0',
        'two notified: true@0',
        'b true@0',
        'released: true@0',
        'c true@0',
        'released: true@0',
      ]);
      expect(tasks.map((task) => task.result())).to.deep.equal(['a', 'b', 'c']);
    });
  }

  describe('whose lock is not acquired', () => {
    it('cannot be waited for', () => {
      const run = (): unknown => loop.runUntilComplete(condition.wait());
      expect(run).to.throw(RuntimeError, /^cannot wait on un-acquired lock$/);
    });

    it('cannot notify one, nor all', () => {
      expect(() => condition.notify()).to.throw(RuntimeError, /^cannot notify on un-acquired lock$/);
      expect(() => condition.notifyAll()).to.throw(RuntimeError, /^cannot notify on un-acquired lock$/);
    });

    it('cannot be released', () => {
      expect(() => condition.release()).to.throw(RuntimeError, /^Lock is not acquired\.$/);
    });
  });

  it('asks only that the lock is locked, not who has locked it', () => {
    const task = loop.createTask(inFunctions('a'));
    runBriefly(loop);
    loop.createTask(condition.acquire());
    runBriefly(loop);
    condition.notify();
    condition.release();
    expect(loop.runUntilComplete(task)).to.equal('a');
  });

  describe('waitFor', () => {
    it('gives what the predicate gives as soon as that is true, be the lock locked or not', () => {
      const list = [1, 2, 3];
      expect(loop.runUntilComplete(condition.waitFor(() => list))).to.equal(list);
    });

    it('needs the lock as soon as the predicate is false', () => {
      const run = (): unknown => loop.runUntilComplete(condition.waitFor(() => false));
      expect(run).to.throw(RuntimeError, /^cannot wait on un-acquired lock$/);
    });

    it('asks the predicate whenever it is notified, and goes on when that is true', () => {
      let ready = false;
      async function main() {
        await condition.acquire();
        const result = await condition.waitFor(() => {
          log.note(`${ready}`);
          return ready;
        });
        condition.release();
        return result;
      }
      const notify = (): void => {
        lockIt();
        condition.notify();
        condition.release();
        runBriefly(loop);
      };
      const task = loop.createTask(main());
      runBriefly(loop);
      notify();
      ready = true;
      notify();
      expect([...log.entries, task.result()]).to.deep.equal(['false@0', 'false@0', 'true@0', true]);
    });

    it('has the lock while it asks, and keeps it when the predicate throws', () => {
      lockIt();
      const predicate = (): boolean => {
        throw new RangeError(`locked: ${condition.locked()}`);
      };
      const error = thrownBy(() => loop.runUntilComplete(condition.waitFor(predicate)));
      expect([error.message, condition.locked()]).to.deep.equal(['locked: true', true]);
    });
  });

  it('waited for with a timeout has the lock again when that has come', () => {
    async function main() {
      await asyncWith(condition, async () => {
        try {
          await waitFor(condition.wait(), 0.5);
        } catch (error) {
          log.note(`${error instanceof TimeoutError} ${condition.locked()}`);
        }
      });
    }
    loop.runUntilComplete(main());
    expect([...log.entries, condition.locked()]).to.deep.equal(['true true@0.5', false]);
  });

  describe('made for a lock', () => {
    for (const [whose, make] of [
      ['its own', () => [new Condition()]],
      ['its own, as null says', () => [new Condition(null)]],
      ["the caller's", (lock = new Lock()) => [lock, new Condition(lock)]],
      [
        "the caller's, and another condition's",
        (lock = new Lock()) => [lock, new Condition(lock), new Condition(lock)],
      ],
    ] as [string, () => (Lock | Condition)[]][]) {
      it(`that is ${whose}, is locked when that is: whichever of them was acquired`, () => {
        const all = make();
        const seen: boolean[][] = [];
        const see = (): unknown => seen.push(all.map((each) => each.locked()));
        async function main() {
          for (const each of all) {
            see();
            await asyncWith(each, async () => see());
            see();
          }
        }
        loop.runUntilComplete(main());
        const [none, every] = [all.map(() => false), all.map(() => true)];
        expect(seen).to.deep.equal(all.flatMap(() => [none, every, none]));
      });
    }

    it('notifies those who wait for it, not those who wait for another condition of that lock', () => {
      const lock = new Lock();
      const [full, empty] = [new Condition(lock), new Condition(lock)];
      async function wait(each: Condition, name: string) {
        await asyncWith(each, () => each.wait());
        log.note(name);
      }
      for (const [each, name] of [
        [full, 'full'],
        [empty, 'empty'],
      ] as const)
        loop.createTask(wait(each, name));
      runBriefly(loop);
      loop.runUntilComplete(asyncWith(lock, async () => empty.notifyAll()));
      runBriefly(loop, 2);
      expect(log.entries).to.deep.equal(['empty@0']);
    });

    it('refuses what is no lock', () => {
      expect(() => new Condition(5 as never)).to.throw(TypeError, 'a Lock was expected, got number');
    });
  });

  it('is shown with the state of its lock, and with how many wait to be notified', () => {
    const shown = [String(condition)];
    for (const name of ['a', 'b']) {
      loop.createTask(inGenerators(name));
      runBriefly(loop);
      shown.push(String(condition));
    }
    lockIt();
    shown.push(String(condition));
    condition.notifyAll();
    runBriefly(loop);
    shown.push(String(condition));
    expect(shown).to.deep.equal([
      '<asyncio.locks.Condition object [unlocked]>',
      '<asyncio.locks.Condition object [unlocked, waiters:1]>',
      '<asyncio.locks.Condition object [unlocked, waiters:2]>',
      '<asyncio.locks.Condition object [locked, waiters:2]>',
      '<asyncio.locks.Condition object [locked]>',
    ]);
  });
});
