import { expect } from 'chai';
import { EventLoop, Lock, RuntimeError, type Task } from '../../lib';
import { Log, runBriefly } from '../support';
import { STYLES } from './styles';

describe('Lock', () => {
  let loop: EventLoop;
  let log: Log;
  let lock: Lock;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    lock = new Lock();
  });

  /** Acquire for the spec itself, which is not in a task. */
  function lockIt(): void {
    loop.runUntilComplete(lock.acquire());
  }

  function taker(name: string): Task<string> {
    function* take() {
      yield* lock.acquire();
      log.note(name);
      return name;
    }
    return loop.createTask(take());
  }

  describe('while nobody waits for it', () => {
    it('is locked from its acquisition to its release, and both give nothing to wait for', () => {
      function* main() {
        log.note(`${lock.locked()}`);
        log.note(`acquired: ${yield* lock.acquire()}, ${lock.locked()}`);
        lock.release();
        log.note(`released: ${lock.locked()}`);
      }
      loop.createTask(main());
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['false@0', 'acquired: true, true@0', 'released: false@0']);
    });

    it('is not acquired by the mere call, which nobody awaits', () => {
      const acquiring = lock.acquire();
      expect(lock.locked()).to.equal(false);
      acquiring.close();
    });

    it('may be released by another task than the one that acquired it', () => {
      lockIt();
      loop.callSoon(() => lock.release());
      runBriefly(loop);
      expect(lock.locked()).to.equal(false);
    });

    it('refuses to be released before it was acquired, and once it was released', () => {
      expect(() => lock.release()).to.throw(RuntimeError, /^Lock is not acquired\.$/);
      lockIt();
      lock.release();
      expect(() => lock.release()).to.throw(RuntimeError, /^Lock is not acquired\.$/);
    });
  });

  for (const [style, awaiting] of STYLES) {
    describe(`waited for by ${style}`, () => {
      const take = (name: string): Task<string> => {
        const acquiring = awaiting(
          () => lock.acquire(),
          (result) => {
            log.note(`${name} ${result}`);
            return name;
          },
        );
        return loop.createTask(acquiring) as Task<string>;
      };
      const release = (): void => {
        log.note('release');
        lock.release();
      };

      it('goes to one at each release, in the order in which they came', () => {
        lockIt();
        const [a, b] = [take('a'), take('b')];
        runBriefly(loop);
        release();
        runBriefly(loop, 2);
        const c = take('c');
        release();
        runBriefly(loop);
        release();
        runBriefly(loop);
        expect(log.entries).to.deep.equal(['release@0', 'a true@0', 'release@0', 'b true@0', 'release@0', 'c true@0']);
        expect([a, b, c].map((task) => task.result())).to.deep.equal(['a', 'b', 'c']);
      });
    });
  }

  describe('between its release and the step of who gets it', () => {
    beforeEach(() => {
      lockIt();
      taker('first');
      runBriefly(loop);
      lock.release();
    });

    it('is not locked', () => {
      expect(lock.locked()).to.equal(false);
      runBriefly(loop);
      expect(lock.locked()).to.equal(true);
    });

    it('cannot be released again', () => {
      expect(() => lock.release()).to.throw(RuntimeError, /^Lock is not acquired\.$/);
    });

    it('is not taken by a newcomer, who joins the line', () => {
      const loser = loop.createTask(lock.acquire());
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['first@0']);
      expect([loser.done(), String(lock)]).to.deep.equal([false, '<asyncio.locks.Lock object [locked, waiters:1]>']);
    });
  });

  it('may be acquired twice by one task only if somebody releases it in between: it asks not who', () => {
    function* main() {
      yield* lock.acquire();
      loop.callLater(3, () => lock.release());
      yield* lock.acquire();
      log.note('again');
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['again@3']);
  });

  it('is shown with its state, and with how many stand in line', () => {
    const shown = [String(lock)];
    lockIt();
    shown.push(String(lock));
    for (const name of ['a', 'b', 'c']) taker(name);
    runBriefly(loop);
    shown.push(String(lock));
    lock.release();
    shown.push(String(lock));
    expect(shown).to.deep.equal([
      '<asyncio.locks.Lock object [unlocked]>',
      '<asyncio.locks.Lock object [locked]>',
      '<asyncio.locks.Lock object [locked, waiters:3]>',
      '<asyncio.locks.Lock object [unlocked, waiters:3]>',
    ]);
  });
});
