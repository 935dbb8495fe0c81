import { expect } from 'chai';
import {
  asyncWith,
  CancelledError,
  contextOf,
  currentTask,
  EventLoop,
  RuntimeError,
  sleep,
  TimeoutError,
  timeout,
  timeoutAt,
} from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('timeout', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('when the body ends in time', () => {
    it('gives what a generator body returns', () => {
      function* main() {
        return yield* asyncWith(timeout(2), function* () {
          yield* sleep(1);
          return 'in time';
        });
      }
      expect(loop.runUntilComplete(main())).to.equal('in time');
    });

    it('gives what an async body returns', () => {
      async function main() {
        return await asyncWith(timeout(2), async () => {
          await sleep(1);
          return 'in time';
        });
      }
      expect(loop.runUntilComplete(main())).to.equal('in time');
    });

    it('gives the body the timeout itself', () => {
      async function main() {
        const scope = timeout(2);
        return await asyncWith(scope, async (target) => target === scope);
      }
      expect(loop.runUntilComplete(main())).to.equal(true);
    });

    it('leaves no timer behind', () => {
      loop.runUntilComplete(asyncWith(timeoutAt(50), () => sleep(1)));
      loop.callLater(100, () => {});
      loop.runOnce();
      expect(loop.time()).to.equal(101);
    });

    it('passes on what the body raises', () => {
      function* main() {
        yield* asyncWith(timeout(2), function* () {
          throw new RangeError('broken');
        });
      }
      expect(thrownBy(() => loop.runUntilComplete(main())).message).to.equal('broken');
    });
  });

  describe('at the deadline', () => {
    it('cancels the body, without a message, and raises TimeoutError outside', () => {
      async function main() {
        try {
          await asyncWith(timeout(2), async () => {
            try {
              await sleep(9);
            } catch (error) {
              log.note(`${(error as CancelledError).name} [${(error as CancelledError).args}]`);
              throw error;
            }
          });
        } catch (error) {
          log.note((error as Error).name);
        }
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['CancelledError []@2', 'TimeoutError@2']);
    });

    it('raises an empty TimeoutError that tells of the CancelledError', () => {
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(2), () => sleep(9))));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(error.message).to.equal('');
      expect(error.cause).to.be.an.instanceOf(CancelledError);
      expect(contextOf(error)).to.equal(error.cause);
    });

    it('counts as expired from then on, and asks the task to cancel until it is left', () => {
      async function main() {
        const scope = timeout(1);
        const note = () => log.note(`expired ${scope.expired()}, cancelling ${currentTask()?.cancelling()}`);
        try {
          await asyncWith(scope, async () => {
            note();
            try {
              await sleep(9);
            } finally {
              note();
            }
          });
        } catch {
          note();
        }
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'expired false, cancelling 0@0',
        'expired true, cancelling 1@1',
        'expired true, cancelling 0@1',
      ]);
    });

    it('wins over a result that comes in the same iteration', () => {
      const future = loop.createFuture<number>();
      loop.callLater(1, () => future.setResult(1));
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(timeoutAt(1), () => future)));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(future.result()).to.equal(1);
    });
  });

  describe('whose deadline is past', () => {
    for (const delay of [0, -1]) {
      it(`lets the body run up to where it first waits, with a delay of ${delay}`, () => {
        async function main() {
          await asyncWith(timeout(delay), async () => {
            log.note('begins');
            await sleep(9);
            log.note('goes on');
          });
        }
        expect(thrownBy(() => loop.runUntilComplete(main()))).to.be.an.instanceOf(TimeoutError);
        expect(log.entries).to.deep.equal(['begins@0']);
      });
    }

    it('lets a body that never waits end', () => {
      const scope = timeoutAt(0);
      function* main() {
        return yield* asyncWith(scope, function* () {
          return 'done';
        });
      }
      expect(loop.runUntilComplete(main())).to.equal('done');
      expect(scope.expired()).to.equal(false);
      expect(String(scope)).to.equal('<Timeout [finished]>');
    });

    it('cancels a body that gives way again and again the first time it does', () => {
      let turns = 0;
      function* main() {
        yield* asyncWith(timeout(0), function* () {
          for (;;) {
            turns += 1;
            yield* sleep(0);
          }
        });
      }
      expect(thrownBy(() => loop.runUntilComplete(main()))).to.be.an.instanceOf(TimeoutError);
      expect(turns).to.equal(1);
    });

    it('raises two iterations after the body first waited', () => {
      const task = loop.createTask(asyncWith(timeoutAt(0), () => loop.createFuture()));
      loop.runOnce();
      expect(countIterations(loop, () => task.done())).to.equal(2);
    });
  });

  describe('without a deadline', () => {
    it('never expires', () => {
      async function main() {
        const scope = timeout(null);
        await asyncWith(scope, async () => {
          log.note(`when ${scope.when()}`);
          await sleep(1000);
        });
        return scope.expired();
      }
      expect(loop.runUntilComplete(main())).to.equal(false);
      expect(log.entries).to.deep.equal(['when null@0']);
    });
  });

  describe('and the time it begins', () => {
    it('counts its delay from when it is called, not from when it is entered', () => {
      async function main() {
        const scope = timeout(3);
        await sleep(2);
        log.note(`when ${scope.when()}`);
        await asyncWith(scope, () => sleep(9));
      }
      expect(thrownBy(() => loop.runUntilComplete(main()))).to.be.an.instanceOf(TimeoutError);
      expect(loop.time()).to.equal(3);
      expect(log.entries).to.deep.equal(['when 3@2']);
    });

    it('takes a time of the clock with timeoutAt, which needs no running loop', () => {
      const scope = timeoutAt(4);
      expect(scope.when()).to.equal(4);
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(scope, () => sleep(9))));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(loop.time()).to.equal(4);
    });

    it('needs a running loop with a delay', () => {
      const error = thrownBy(() => timeout(1));
      expect(error).to.be.an.instanceOf(RuntimeError);
      expect(error.message).to.equal('no running event loop');
    });
  });
});
