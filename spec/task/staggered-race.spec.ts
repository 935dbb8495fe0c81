import { expect } from 'chai';
import {
  AssertionError,
  type AwaitableLike,
  allTasks,
  CancelledError,
  currentTask,
  EventLoop,
  eagerTaskFactory,
  type RaceResult,
  repr,
  SystemExit,
  sleep,
  staggeredRace,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('staggeredRace', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  type Runner = () => AwaitableLike<string | undefined>;

  /** A function to race: it takes `delay` seconds, and then gives its name, or fails with `error`. */
  function runner(name: string, delay: number, error?: Error): Runner {
    return async () => {
      log.note(`${name} begins`);
      try {
        if (delay > 0) await sleep(delay);
      } catch (cancelled) {
        log.note(`${name} cancelled`);
        throw cancelled;
      }
      if (error !== undefined) throw error;
      return name;
    };
  }

  /** The same as a generator. */
  const generator = (name: string, delay: number): Runner =>
    function* () {
      yield* sleep(delay);
      return name;
    };

  const fails = (name: string, delay = 0) => runner(name, delay, new ValueError(name));

  /** Run a race: who won, who that was, and how each ended; undefined for the winner. */
  function race(runners: Iterable<Runner>, delay: number | null): unknown[] {
    const [result, index, exceptions] = loop.runUntilComplete(staggeredRace(runners, delay));
    return [result, index, exceptions.map((error) => error && String(error))];
  }

  it('of nothing gives nobody, and no exceptions', () => {
    expect(race([], null)).to.deep.equal([undefined, undefined, []]);
  });

  describe('without a delay', () => {
    it('begins only the first, if that succeeds', () => {
      expect(race([runner('A', 1), runner('B', 1)], null)).to.deep.equal(['A', 0, [undefined]]);
      expect(log.entries).to.deep.equal(['A begins@0']);
    });

    it('begins the next when one has failed', () => {
      expect(race([fails('A', 1), runner('B', 1)], null)).to.deep.equal(['B', 1, ['ValueError: A', undefined]]);
      expect(log.entries).to.deep.equal(['A begins@0', 'B begins@1']);
    });

    it('gives nobody when all have failed, and the exceptions in the order of the functions', () => {
      const [result, index, exceptions] = race([fails('A', 2), fails('B')], null);
      expect([result, index, exceptions]).to.deep.equal([undefined, undefined, ['ValueError: A', 'ValueError: B']]);
      expect(loop.time()).to.equal(2);
    });

    it('tells one that gives undefined and wins from nobody by the index', () => {
      expect(race([async () => undefined], null)).to.deep.equal([undefined, 0, [undefined]]);
    });

    it('takes the functions from any iterable, one at a time', () => {
      function* runners() {
        for (const name of ['A', 'B', 'C']) {
          log.note(`${name} is asked for`);
          yield name === 'B' ? runner(name, 0) : fails(name);
        }
      }
      expect(race(runners(), null)).to.deep.equal(['B', 1, ['ValueError: A', undefined]]);
      expect(log.entries).to.deep.equal(['A is asked for@0', 'A begins@0', 'B is asked for@0', 'B begins@0']);
    });
  });

  describe('with a delay', () => {
    it('begins the next after it, while the one before goes on', () => {
      expect(race([runner('A', 5), runner('B', 5), runner('C', 1)], 3)).to.deep.equal([
        'A',
        0,
        [undefined, 'CancelledError'],
      ]);
      expect(log.entries).to.deep.equal(['A begins@0', 'B begins@3', 'B cancelled@5']);
    });

    it('cancels all others as soon as one succeeds, the earlier ones too', () => {
      expect(race([runner('A', 10), runner('B', 0)], 0.1)).to.deep.equal(['B', 1, ['CancelledError', undefined]]);
      expect([...log.entries, loop.time()]).to.deep.equal(['A begins@0', 'B begins@0.1', 'A cancelled@0.1', 0.1]);
    });

    it('begins the next at once where one has failed before', () => {
      expect(race([fails('A', 1), runner('B', 5), runner('C', 1)], 3)).to.deep.equal([
        'C',
        2,
        ['ValueError: A', 'CancelledError', undefined],
      ]);
      expect(log.entries).to.deep.equal(['A begins@0', 'B begins@1', 'C begins@4', 'B cancelled@5']);
    });

    it('of 0 begins all, one after the other', () => {
      expect(race([runner('A', 5), runner('B', 4), runner('C', 1)], 0)[1]).to.equal(2);
      expect(log.entries.slice(0, 3)).to.deep.equal(['A begins@0', 'B begins@0', 'C begins@0']);
    });

    it('lets the earlier win where two would end at the same time', () => {
      expect(race([runner('A', 2), runner('B', 1)], 1)).to.deep.equal(['A', 0, [undefined, 'CancelledError']]);
    });

    it('races generators, too', () => {
      const main = staggeredRace([generator('A', 9), generator('B', 1)], 1);
      const [result, index] = loop.runUntilComplete(main);
      expect([result, index, loop.time()]).to.deep.equal(['B', 1, 2]);
    });
  });

  describe('where a function', () => {
    it('throws at once, has that count as a failure of what it would have given', () => {
      const throws = () => {
        throw new ValueError('at once');
      };
      expect(race([throws, runner('B', 1)], null)).to.deep.equal(['B', 1, ['ValueError: at once', undefined]]);
    });

    it('cancels its own task, has that count as a failure', () => {
      const cancelsItself = async () => {
        currentTask()?.cancel();
        await sleep(1);
        return 'never';
      };
      expect(race([cancelsItself, runner('B', 1)], null)).to.deep.equal(['B', 1, ['CancelledError', undefined]]);
    });

    it('gives a result although it was cancelled, fails an assertion', () => {
      const stubborn = async () => {
        try {
          await sleep(9);
        } catch {
          // A runner that was cancelled should say so.
        }
        return 'stubborn';
      };
      expect(() => race([stubborn, runner('B', 1)], 1)).to.throw(AssertionError);
    });

    it('asks to leave the program, lets that out of the loop at once', () => {
      const leaves = runner('A', 1, new SystemExit(3));
      const error = thrownBy(() => race([leaves, runner('B', 5)], null)) as SystemExit;
      expect([error instanceof SystemExit, error.code, loop.time()]).to.deep.equal([true, 3, 1]);
    });
  });

  it('that is cancelled cancels all that are under way, and leaves none behind', () => {
    async function main() {
      const task = loop.createTask(staggeredRace([runner('A', 5), runner('B', 5), runner('C', 5)], 1));
      await sleep(1.5);
      task.cancel('enough');
      try {
        await task;
      } catch (error) {
        log.note(`${(error as CancelledError).name} ${(error as CancelledError).args}`);
      }
      await sleep(1);
      log.note(`tasks left: ${allTasks().size - 1}`);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal([
      'A begins@0',
      'B begins@1',
      'A cancelled@1.5',
      'B cancelled@1.5',
      'CancelledError enough@1.5',
      'tasks left: 0@2.5',
    ]);
  });

  describe('with eager tasks', () => {
    const eagerly = (runners: Runner[], delay: number | null): RaceResult<string | undefined> => {
      loop.setTaskFactory(eagerTaskFactory);
      return loop.runUntilComplete(staggeredRace(runners, delay));
    };

    it('begins only the first, if that succeeds as it is begun', () => {
      expect(eagerly([runner('A', 0), runner('B', 0)], null)).to.deep.equal(['A', 0, [undefined]]);
    });

    it('cancels the others, and not the winner', () => {
      const [result, index, exceptions] = eagerly([runner('A', 5), runner('B', 1)], 0.5);
      expect([result, index, exceptions.length, exceptions[1]]).to.deep.equal(['B', 1, 2, undefined]);
      expect(exceptions[0]).to.be.an.instanceOf(CancelledError);
    });
  });
});

describe('staggeredRace, given what it cannot run', () => {
  const loop = new EventLoop();

  it('refuses what is no list', () => {
    for (const [bad, type] of [
      [5, 'number'],
      [null, 'null'],
      [{}, 'Object'],
    ] as const) {
      const error = thrownBy(() => loop.runUntilComplete(staggeredRace(bad as never, 1)));
      expect(error).to.be.an.instanceOf(TypeError);
      expect(error.message).to.equal(`'${type}' object is not iterable`);
    }
  });

  it('has what is no function fail, and goes on with the next', () => {
    const [result, index, exceptions] = loop.runUntilComplete(staggeredRace([5 as never, async () => 'won'], 1));
    expect([result, index, repr(exceptions[0])]).to.deep.equal([
      'won',
      1,
      'TypeError("\'number\' object is not callable")',
    ]);
  });
});
