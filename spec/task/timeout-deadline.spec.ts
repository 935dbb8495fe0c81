import { expect } from 'chai';
import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  EventLoop,
  RuntimeError,
  sleep,
  type Timeout,
  timeout,
  timeoutAt,
  VirtualClock,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('timeout, and its deadline', () => {
  let clock: VirtualClock;
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    clock = new VirtualClock(10);
    loop = new EventLoop({ clock });
    log = new Log(loop);
  });

  /** Run `body` in a timeout that is made in a task; give the timeout, and what was raised, by name. */
  function outcome(make: () => Timeout, body: () => PromiseLike<unknown>): unknown[] {
    const main = async () => {
      const scope = make();
      try {
        await asyncWith(scope, body);
      } catch (error) {
        return [(error as Error).name, `expired ${scope.expired()}`, scope.when()];
      }
      return ['nothing', `expired ${scope.expired()}`, scope.when()];
    };
    return loop.runUntilComplete(main());
  }

  it('is still known when it has passed', () => {
    expect(
      outcome(
        () => timeoutAt(12),
        () => sleep(5),
      ),
    ).to.deep.equal(['TimeoutError', 'expired true', 12]);
  });

  it('is still known when the body ended in time, and has not passed', () => {
    expect(
      outcome(
        () => timeout(5),
        () => sleep(1),
      ),
    ).to.deep.equal(['nothing', 'expired false', 15]);
    expect(loop.time()).to.equal(11);
  });

  it('is none, and does not pass, where none was given', () => {
    for (const make of [() => timeout(null), () => timeoutAt(null)]) {
      expect(outcome(make, () => sleep(1))).to.deep.equal(['nothing', 'expired false', null]);
    }
  });

  it('has not passed when the body fails before it', () => {
    const fail = async () => {
      throw new RangeError('broken');
    };
    expect(outcome(() => timeout(5), fail)).to.deep.equal(['RangeError', 'expired false', 15]);
  });

  for (const [delay, seconds] of [
    [0, 10],
    [0, 0],
    [-11, 0],
  ] as const) {
    it(`that is ${delay} seconds away passes at once, in a sleep of ${seconds}`, () => {
      const raised = outcome(
        () => timeout(delay),
        () => sleep(seconds),
      );
      expect([raised, loop.time()]).to.deep.equal([['TimeoutError', 'expired true', 10 + delay], 10]);
    });
  }

  it('can be moved, and taken away, by another task', () => {
    const scope = timeoutAt(20);
    const main = async () => {
      const task = createTask(asyncWith(scope, () => sleep(50)));
      await sleep(1);
      const deadlines = [scope.when()];
      for (const when of [40, null]) {
        scope.reschedule(when);
        deadlines.push(scope.when());
      }
      await sleep(35);
      task.cancel();
      await sleep(0);
      return [deadlines, task.cancelled(), scope.expired()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([[20, 40, null], true, false]);
  });

  it('leaves the task uncancelled that catches its TimeoutError', () => {
    const task = loop.createTask(
      (async () => {
        expect(
          await noted(
            () => timeout(1),
            () => sleep(10),
          ),
        ).to.equal('TimeoutError');
      })(),
    );
    loop.runUntilComplete(task);
    expect([task.done(), task.cancelled()]).to.deep.equal([true, false]);
  });

  it('is not set by entering outside a task, which is refused', () => {
    const scope = timeoutAt(20);
    loop.callSoon(() => log.note(thrownBy(() => scope.aenter().send(undefined)).message));
    loop.runOnce();
    expect(log.entries).to.deep.equal(['Timeout should be used inside a task@10']);
    expect(() => scope.reschedule(30)).to.throw(RuntimeError, 'Timeout has not been entered');
  });

  /** Run `body` in a timeout, and give the name of what is raised. */
  async function noted(make: () => Timeout, body: () => PromiseLike<unknown>): Promise<string> {
    try {
      await asyncWith(make(), body);
    } catch (error) {
      return (error as Error).name;
    }
    return 'nothing';
  }

  describe('in a task that has declined to be cancelled', () => {
    const decline = async () => {
      try {
        currentTask()?.cancel();
        await sleep(1);
      } catch (error) {
        expect(error).to.be.instanceOf(CancelledError);
      }
    };

    it('raises TimeoutError all the same', () => {
      const main = async () => {
        await decline();
        return await noted(
          () => timeout(0),
          () => sleep(1),
        );
      };
      expect(loop.runUntilComplete(main())).to.equal('TimeoutError');
    });

    it('lets another cancellation pass, which comes before it', () => {
      const main = async () => {
        await decline();
        return await noted(
          () => timeout(1),
          async () => {
            currentTask()?.cancel();
            await sleep(2);
          },
        );
      };
      expect([loop.runUntilComplete(main()), loop.time()]).to.deep.equal(['CancelledError', 10]);
    });
  });

  describe('when the loop was busy until it had passed', () => {
    /** A timeout in another, in which the loop is kept busy; then a sleep, if there is still time. */
    function busy(outer: number, inner: number, seconds: number): string[] {
      const [outside, inside] = [timeoutAt(10 + outer), timeoutAt(10 + inner)];
      const crunch = async () => {
        clock.advance(seconds);
        await sleep(1);
      };
      const main = async () => {
        const raised = await noted(
          () => outside,
          async () => {
            try {
              await asyncWith(inside, crunch);
            } catch (error) {
              log.note(`inner raises ${(error as Error).name}`);
              throw error;
            }
          },
        );
        log.note(`outer raises ${raised}`);
      };
      loop.runUntilComplete(main());
      return [...log.entries, `${inside} in ${outside}`];
    }

    it('raises outside, where only the outer one has passed', () => {
      expect(busy(2, 100, 10)).to.deep.equal([
        'inner raises CancelledError@20',
        'outer raises TimeoutError@20',
        '<Timeout [finished]> in <Timeout [expired]>',
      ]);
    });

    it('raises outside, where both have passed, and soon enough', () => {
      expect(busy(10, 1, 10)).to.deep.equal([
        'inner raises CancelledError@20',
        'outer raises TimeoutError@20',
        '<Timeout [expired]> in <Timeout [expired]>',
      ]);
    });
  });
});
