import { expect } from 'chai';
import { EventLoop, Future, getEventLoop, getRunningLoop, newEventLoop, setEventLoop, sleep } from '../../lib';
import type * as RunningLoop from '../../lib/future/running-loop';
import { thrownBy } from '../support';

/** The module as it is when nothing was ever set: a copy of its own. */
function freshModule(): typeof RunningLoop {
  const path = require.resolve('../../lib/future/running-loop');
  const loaded = require.cache[path];
  delete require.cache[path];
  try {
    return require(path);
  } finally {
    require.cache[path] = loaded;
  }
}

describe('getRunningLoop', () => {
  it('gives the loop that runs the callback or the coroutine', () => {
    const loop = new EventLoop();
    const main = async (): Promise<EventLoop> => {
      await sleep(1);
      return getRunningLoop();
    };
    expect(loop.runUntilComplete(main())).to.equal(loop);
  });

  it('throws outside, before and after a run', () => {
    new EventLoop().runUntilComplete(sleep(1));
    expect(String(thrownBy(getRunningLoop))).to.equal('RuntimeError: no running event loop');
  });

  it('throws after a run that failed', () => {
    const loop = new EventLoop();
    thrownBy(() => loop.runForever());
    expect(String(thrownBy(getRunningLoop))).to.equal('RuntimeError: no running event loop');
  });
});

describe('getEventLoop', () => {
  afterEach(() => setEventLoop(null));

  it('gives the running loop before the one that was set', () => {
    const loop = new EventLoop();
    setEventLoop(new EventLoop());
    let found: unknown;
    loop.callSoon(() => {
      found = getEventLoop();
    });
    loop.runUntilComplete(sleep(0));
    expect(found).to.equal(loop);
  });

  it('gives the one that was set where none is running', () => {
    const loop = new EventLoop();
    setEventLoop(loop);
    expect(getEventLoop()).to.equal(loop);
  });

  it('makes one where none was ever set, and gives it again', () => {
    const fresh = freshModule();
    fresh.setEventLoopFactory(newEventLoop);
    const made = fresh.getEventLoop();
    expect(made).to.be.instanceOf(EventLoop);
    expect(fresh.getEventLoop()).to.equal(made);
  });

  it('throws when the loop was set to none', () => {
    setEventLoop(null);
    expect(String(thrownBy(getEventLoop))).to.equal(
      "RuntimeError: There is no current event loop in thread 'MainThread'.",
    );
  });

  it('is the loop of a future that was given none', () => {
    const loop = new EventLoop();
    setEventLoop(loop);
    expect(new Future().getLoop()).to.equal(loop);
    const running = new EventLoop();
    const main = async (): Promise<unknown> => new Future().getLoop();
    expect(running.runUntilComplete(main())).to.equal(running);
  });

  it('leaves a future without a loop when there is none', () => {
    setEventLoop(null);
    expect(() => new Future()).to.throw("There is no current event loop in thread 'MainThread'.");
  });
});

describe('setEventLoop', () => {
  it('throws for what is neither a loop nor null', () => {
    expect(String(thrownBy(() => setEventLoop(5 as never)))).to.equal(
      "TypeError: loop must be an instance of AbstractEventLoop or None, not 'number'",
    );
  });
});

describe('newEventLoop', () => {
  it('makes another loop at every call, and sets none', () => {
    setEventLoop(null);
    expect(newEventLoop()).to.be.instanceOf(EventLoop);
    expect(newEventLoop()).not.to.equal(newEventLoop());
    expect(() => getEventLoop()).to.throw('There is no current event loop');
  });

  it('throws, of lib/future alone, that nobody has said how loops are made', () => {
    expect(() => freshModule().newEventLoop()).to.throw('no event loop has been defined');
  });
});
