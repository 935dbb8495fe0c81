import { expect } from 'chai';
import { EventLoop, repr, sleep, type TimerHandle, ValueError, wait } from '../../lib';
import { countIterations, Log, runBriefly, thrownBy } from '../support';

describe('sleep', () => {
  let loop: EventLoop;
  let log: Log;
  /** The timers made with `callLater`. */
  let timers: TimerHandle[];

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    timers = [];
    const { callLater } = loop;
    loop.callLater = (...args: never) => {
      const timer: TimerHandle = Reflect.apply(callLater, loop, args);
      timers.push(timer);
      return timer;
    };
  });

  describe('for a while', () => {
    it('lets that much time pass, and gives the result', () => {
      function* main() {
        log.note(`${yield* sleep(1.5, 'result')}`);
        log.note(`${yield* sleep(1)}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['result@1.5', 'undefined@2.5']);
    });

    it('does so in an async function', () => {
      async function main() {
        log.note(`${await sleep(1.5, 'result')}`);
        log.note(`${await sleep(1)}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['result@1.5', 'undefined@2.5']);
    });

    it('wakes those who sleep in the order of their deadlines, and for the same in the order they fell asleep', () => {
      function* sleeper(name: string, delay: number) {
        yield* sleep(delay);
        log.note(name);
      }
      loop.runUntilComplete(wait([sleeper('c', 3), sleeper('a', 1), sleeper('b', 2), sleeper('a2', 1)]));
      expect(log.entries).to.deep.equal(['a@1', 'a2@1', 'b@2', 'c@3']);
    });

    it('sets a timer each time, and only once the one before has passed', () => {
      async function twice(delay: number, result: string) {
        await sleep(delay / 2);
        return await sleep(delay / 2, result);
      }
      const task = loop.createTask(twice(0.1, 'yeah'));
      loop.runUntilComplete(task);
      expect([task.done(), task.result(), loop.time()]).to.deep.equal([true, 'yeah', 0.1]);
      expect(timers.map((timer) => timer.when())).to.deep.equal([0.05, 0.1]);
    });

    it('goes to sleep once more in the step that stops the loop, and is found there', () => {
      let naps = 0;
      async function napper() {
        while (naps < 10) {
          await sleep(1);
          naps += 1;
          if (naps === 2) loop.stop();
        }
      }
      const task = loop.createTask(napper());
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal(
        "RuntimeError('Event loop stopped before Future completed.')",
      );
      expect([task.done(), naps, loop.time(), timers.map((timer) => timer.when())]).to.deep.equal([
        false,
        2,
        2,
        [1, 2, 3],
      ]);
      task.cancel();
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal('CancelledError()');
    });

    it('wakes one iteration after that of the timer', () => {
      const task = loop.createTask(sleep(1));
      loop.runOnce();
      expect(countIterations(loop, () => task.done())).to.equal(2);
    });

    it('begins when it is awaited, not when it is called', () => {
      function* main() {
        const asleep = sleep(1);
        yield* sleep(2);
        yield* asleep;
        log.note('awake');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['awake@3']);
    });

    it('may be for no end, until cancelled', () => {
      const task = loop.createTask(sleep(Infinity));
      loop.callLater(1e9, () => task.cancel());
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal('CancelledError()');
      expect(loop.time()).to.equal(1e9);
    });
  });

  describe('for no time', () => {
    for (const delay of [0, -0, -5, -Infinity]) {
      it(`of ${Object.is(delay, -0) ? '-0' : delay} seconds gives way for one iteration, without a timer, and gives the result`, () => {
        function* main() {
          loop.callSoon(() => log.note('others'));
          log.note(`${yield* sleep(delay, 'result')}`);
        }
        loop.runUntilComplete(main());
        expect([...log.entries, timers.length]).to.deep.equal(['others@0', 'result@0', 0]);
      });
    }
  });

  describe('when cancelled', () => {
    it('is so at once; its timer is called off an iteration later', () => {
      const task = loop.createTask(sleep(5));
      runBriefly(loop);
      const [timer] = timers;
      const states = () => `${task.getFutWaiter()?.cancelled()} ${timer?.cancelled()} ${task.done()}`;
      log.note(states());
      task.cancel();
      log.note(states());
      runBriefly(loop);
      log.note(states());
      expect(log.entries).to.deep.equal(['false false false@0', 'true false false@0', 'undefined true true@0']);
    });

    it('in the very iteration in which the timer is due, is cancelled all the same', () => {
      const task = loop.createTask(sleep(1));
      runBriefly(loop);
      loop.callAt(1, () => task.cancel('late'));
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal("CancelledError('late')");
    });

    it('just before the timer in the same iteration, lets it pass without complaint', () => {
      const reports: unknown[] = [];
      loop.setExceptionHandler((_loop, context) => reports.push(context));
      loop.callAt(1, () => task.cancel('early'));
      const task = loop.createTask(sleep(1));
      expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal("CancelledError('early')");
      expect(reports).to.deep.equal([]);
    });
  });

  describe('given a delay that is none', () => {
    it('raises a ValueError for NaN', () => {
      expect(repr(thrownBy(() => loop.runUntilComplete(sleep(NaN))))).to.equal(
        "ValueError('Invalid delay: NaN (not a number)')",
      );
    });

    it('raises it in the task that would sleep, and sets no timer', () => {
      async function sleeper() {
        await sleep(NaN);
      }
      const task = loop.createTask(sleeper());
      expect(() => loop.runUntilComplete(task)).to.throw(ValueError);
      expect(timers).to.deep.equal([]);
    });

    it('raises a TypeError for what is no number, when awaited', () => {
      for (const junk of ['1', null, undefined, {}, BigInt(10)]) {
        const asleep = sleep(junk as never);
        expect(() => loop.runUntilComplete(asleep)).to.throw(TypeError, /^'<=' not supported between instances of/);
      }
    });

    it('names the delay', () => {
      expect(thrownBy(() => loop.runUntilComplete(sleep('x' as never))).message).to.equal(
        "'<=' not supported between instances of 'string' and 'number': sleep('x')",
      );
    });
  });
});
