import { expect } from 'chai';
import { type AwaitableLike, coroutine, EventLoop, RuntimeError, SystemExit, sleep, VirtualClock } from '../../lib';
import { collectReports, countIterations, Log, thrownBy } from '../support';

describe('EventLoop.runUntilComplete', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('of a coroutine that calls another', () => {
    const answer = async () => 'answer';
    const ask = async () => await answer();
    function* plainAsk() {
      return yield* answer() as unknown as Generator<unknown, string, unknown>;
    }

    for (const [mode, debug] of [
      ['in debug mode', true],
      ['out of debug mode', false],
    ] as const) {
      it(`gives what that returns, ${mode}`, () => {
        loop.setDebug(debug);
        expect([loop.runUntilComplete(ask()), loop.runUntilComplete(plainAsk())]).to.deep.equal(['answer', 'answer']);
      });
    }
  });

  describe('of a coroutine that stops the loop itself', () => {
    const ways: [string, () => AwaitableLike<void>][] = [
      [
        'a generator',
        function* () {
          loop.stop();
          yield* sleep(1);
        },
      ],
      [
        'an async function',
        async () => {
          loop.stop();
          await sleep(1);
        },
      ],
    ];
    for (const [way, stopAndSleep] of ways) {
      it(`throws where ${way} then waits`, () => {
        expect(() => loop.runUntilComplete(stopAndSleep())).to.throw(
          RuntimeError,
          'Event loop stopped before Future completed.',
        );
      });
    }
  });

  describe('left by an error, before its coroutine is done', () => {
    class ShowStopper extends SystemExit {}

    it('does not let the end of that coroutine stop a later run', () => {
      const error = new ShowStopper();
      const first = async () => {
        await sleep(1);
        log.note('first ends');
      };
      loop.callSoon(() => {
        throw error;
      });
      expect(thrownBy(() => loop.runUntilComplete(first()))).to.equal(error);
      expect(loop.runUntilComplete(sleep(2, 'second ends'))).to.equal('second ends');
      expect([log.entries, loop.time()]).to.deep.equal([['first ends@1'], 2]);
    });
  });

  describe('called by a coroutine that does not catch what it throws', () => {
    it('has that error come out of the outer call, where both are of one loop', () => {
      const main = async () => {
        log.note(`running ${loop.isRunning()}`);
        loop.runUntilComplete(loop.createFuture());
      };
      expect(() => loop.runUntilComplete(main())).to.throw(RuntimeError, 'This event loop is already running');
      expect(log.entries).to.deep.equal(['running true@0']);
    });

    it('leaves the coroutine of the inner call never awaited, which is reported when the loop is closed', () => {
      const reports = collectReports(loop);
      const hello = coroutine(function* hello() {});
      const main = async () => loop.runUntilComplete(hello());
      expect(thrownBy(() => loop.runUntilComplete(main()))).to.be.instanceOf(RuntimeError);
      loop.close();
      expect(reports.map(({ message }) => message)).to.deep.equal(["coroutine 'hello' was never awaited"]);
    });

    it('has that error come out of the outer call, where they are of two loops', () => {
      const inner = new EventLoop();
      const main = async () => inner.runForever();
      const text = 'Cannot run the event loop while another loop is running';
      expect(() => loop.runUntilComplete(main())).to.throw(RuntimeError, text);
    });
  });

  describe('of a coroutine that sleeps for ever shorter times', () => {
    for (const start of [0, 2 ** 20]) {
      it(`takes no iteration more than for others, beginning at ${start}`, () => {
        loop = new EventLoop({ clock: new VirtualClock(start) });
        const sleepAndSleep = async () => {
          for (const delay of [1e-2, 1e-4, 1e-6, 1e-8, 1e-10]) await sleep(delay);
        };
        let told = false;
        loop.createTask(sleepAndSleep()).addDoneCallback(() => {
          told = true;
        });
        expect(countIterations(loop, () => told)).to.equal(12);
      });
    }
  });
});
