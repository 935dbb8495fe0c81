import { expect } from 'chai';
import { EventLoop, getEventLoop, getRunningLoop, newEventLoop, RuntimeError, setEventLoop, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('the current loop', () => {
  afterEach(() => setEventLoop(undefined));

  describe('getRunningLoop', () => {
    it('gives the loop that runs, in a callback and in a coroutine', () => {
      const loop = new EventLoop();
      const seen: EventLoop[] = [];
      const main = async () => {
        await sleep(1);
        seen.push(getRunningLoop());
      };
      loop.callSoon(() => seen.push(getRunningLoop()));
      loop.runUntilComplete(main());
      expect(seen).to.deep.equal([loop, loop]);
    });

    it('is refused where none runs, though one is current', () => {
      setEventLoop(new EventLoop());
      const error = thrownBy(() => getRunningLoop());
      expect(error).to.be.instanceOf(RuntimeError);
      expect(error.message).to.equal('no running event loop');
    });
  });

  describe('getEventLoop', () => {
    it('gives the loop that runs, before the one that was set', () => {
      setEventLoop(new EventLoop());
      const loop = new EventLoop();
      const main = async () => getEventLoop();
      expect(loop.runUntilComplete(main())).to.equal(loop);
    });

    it('gives the loop that was set, where none runs', () => {
      const loop = new EventLoop();
      setEventLoop(loop);
      expect(getEventLoop()).to.equal(loop);
    });

    it('gives the loop that runs also where none is current, and is refused again after the run', () => {
      setEventLoop(null);
      const loop = new EventLoop();
      const main = async () => [getEventLoop(), getRunningLoop()];
      const refusals = () => [getEventLoop, getRunningLoop].map((get) => thrownBy(get).message);
      const texts = ["There is no current event loop in thread 'MainThread'.", 'no running event loop'];
      expect([refusals(), loop.runUntilComplete(main()), refusals()]).to.deep.equal([texts, [loop, loop], texts]);
    });

    it('is refused once the loop was set to none', () => {
      for (const none of [null, undefined]) {
        setEventLoop(new EventLoop());
        setEventLoop(none);
        const error = thrownBy(() => getEventLoop());
        expect([error.name, error.message]).to.deep.equal([
          'RuntimeError',
          "There is no current event loop in thread 'MainThread'.",
        ]);
      }
    });

    it('makes a loop where none was ever set, and gives that one from then on', () => {
      const fresh = freshCopyOf<typeof import('../../lib/future/running-loop')>('../../lib/future/running-loop');
      fresh.setEventLoopFactory(() => new EventLoop());
      const loop = fresh.getEventLoop();
      expect(loop).to.be.instanceOf(EventLoop);
      expect(fresh.getEventLoop()).to.equal(loop);
    });
  });

  describe('setEventLoop', () => {
    it('takes the place of what was set before', () => {
      const loops = [new EventLoop(), new EventLoop()];
      const found = loops.map((loop) => {
        setEventLoop(loop);
        return getEventLoop();
      });
      expect(found).to.deep.equal(loops);
    });

    it('takes only a loop, or none; what was set before stays', () => {
      const loop = new EventLoop();
      setEventLoop(loop);
      const error = thrownBy(() => setEventLoop(5 as never));
      expect([error.name, error.message]).to.deep.equal([
        'TypeError',
        "loop must be an instance of AbstractEventLoop or None, not 'number'",
      ]);
      expect(getEventLoop()).to.equal(loop);
    });
  });

  describe('newEventLoop', () => {
    it('makes another loop each time, and sets none', () => {
      const loop = new EventLoop();
      setEventLoop(loop);
      const made = [newEventLoop(), newEventLoop()];
      expect(made.map((each) => [each instanceof EventLoop, each.isRunning()])).to.deep.equal([
        [true, false],
        [true, false],
      ]);
      expect([made[0] === made[1], getEventLoop()]).to.deep.equal([false, loop]);
    });
  });
});

/** Load a module anew: one in which nothing was set yet. */
function freshCopyOf<M>(path: string): M {
  const file = require.resolve(path);
  const used = require.cache[file];
  delete require.cache[file];
  try {
    return require(path) as M;
  } finally {
    require.cache[file] = used;
  }
}
