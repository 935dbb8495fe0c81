import { expect } from 'chai';
import { ContextVar, copyContext, coroutine, EventLoop, getEventLoop, Runner, setEventLoop, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('Runner', () => {
  let runner: Runner;

  beforeEach(() => {
    runner = new Runner();
  });

  afterEach(() => {
    runner.close();
    setEventLoop(undefined);
  });

  describe('run', () => {
    const main = async (n: number) => {
      await sleep(1);
      return n;
    };

    it('gives what the coroutine returns, one run after another, on one loop', () => {
      expect([runner.run(main(1)), runner.run(sleep(1, 2))]).to.deep.equal([1, 2]);
      expect(runner.getLoop().time()).to.equal(2);
    });

    it('throws what the coroutine throws, and can run the next', () => {
      const error = new Error('broken');
      const fail = function* () {
        yield* sleep(1);
        throw error;
      };
      expect(thrownBy(() => runner.run(fail()))).to.equal(error);
      expect(runner.run(main(1))).to.equal(1);
    });

    it('refuses what is no coroutine, a future too', () => {
      const future = runner.getLoop().createFuture();
      for (const [bad, shown] of [
        [5, '5'],
        [future, '<Future pending>'],
        [undefined, 'undefined'],
      ] as const) {
        const error = thrownBy(() => runner.run(bad as never));
        expect([error.name, error.message]).to.deep.equal(['ValueError', `a coroutine was expected, got ${shown}`]);
      }
    });

    it('is refused while a loop is running, and the coroutine can still be run', () => {
      const coro = main(1);
      const outer = new EventLoop();
      const messages: string[] = [];
      outer.callSoon(() => messages.push(thrownBy(() => runner.run(coro)).message));
      outer.runOnce();
      expect(messages).to.deep.equal(['Runner.run() cannot be called from a running event loop']);
      expect(runner.run(coro)).to.equal(1);
    });
  });

  describe('its loop', () => {
    it('is made at the first use, and made current', () => {
      const before = new EventLoop();
      setEventLoop(before);
      const created = new Runner();
      expect(getEventLoop()).to.equal(before);
      const loop = created.getLoop();
      expect([getEventLoop() === loop, created.getLoop() === loop]).to.deep.equal([true, true]);
      created.close();
    });

    it('is made current once: what the program sets later, stays', () => {
      const other = new EventLoop();
      const setOther = function* () {
        setEventLoop(other);
      };
      runner.run(setOther());
      runner.run(sleep(0));
      expect(getEventLoop()).to.equal(other);
    });

    it('from a factory of the user is not made current', () => {
      const before = new EventLoop();
      setEventLoop(before);
      const own = new EventLoop();
      const created = new Runner({ loopFactory: () => own });
      expect([created.getLoop(), getEventLoop()]).to.deep.equal([own, before]);
      created.close();
      expect([own.isClosed(), getEventLoop()]).to.deep.equal([true, before]);
    });

    it('is in debug mode where that was asked for', () => {
      const loopFactory = () => new EventLoop({ debug: true });
      const modes = [{ debug: true }, { debug: false, loopFactory }, { loopFactory }, {}].map((options) => {
        const created = new Runner(options);
        const mode = created.getLoop().getDebug();
        created.close();
        return mode;
      });
      expect(modes).to.deep.equal([true, false, true, false]);
    });
  });

  describe('its context', () => {
    const user = new ContextVar('user', { default: 'nobody' });
    const set = coroutine(function* set(name: string) {
      user.set(name);
    });
    const get = coroutine(function* get() {
      return user.get();
    });

    it('is one for all runs: what one sets, the next finds', () => {
      runner.run(set('ann'));
      expect([runner.run(get()), user.get()]).to.deep.equal(['ann', 'nobody']);
    });

    it('is a copy of the one the loop was made in', () => {
      copyContext().run(() => {
        user.set('ann');
        runner.getLoop();
        user.set('bob');
      });
      expect(runner.run(get())).to.equal('ann');
    });

    it('can be another for one run', () => {
      const context = copyContext();
      runner.run(set('ann'), { context });
      expect([runner.run(get()), context.get(user)]).to.deep.equal(['nobody', 'ann']);
    });
  });
});
