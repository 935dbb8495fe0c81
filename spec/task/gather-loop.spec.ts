import { expect } from 'chai';
import { coroutine, EventLoop, Future, gather, repr, setEventLoop } from '../../lib';
import { runBriefly, thrownBy } from '../support';

const NO_LOOP = `RuntimeError("There is no current event loop in thread 'MainThread'.")`;

const abc = coroutine(function* () {
  return 'abc';
});

describe('gather, and the loop it belongs to', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(null);
  });

  afterEach(() => setEventLoop(null));

  it('is none where there is nothing to gather and no loop to be found, and that is an error', () => {
    expect(repr(thrownBy(() => gather([])))).to.equal(NO_LOOP);
  });

  it('is none where coroutines are given and no loop is to be found, which leaves them as they were', () => {
    const coroutines = [abc(), abc()];
    expect(repr(thrownBy(() => gather(coroutines)))).to.equal(NO_LOOP);
    expect(coroutines.map((coro) => coro.state)).to.deep.equal(['created', 'created']);
  });

  it('is the one that runs, where there is nothing to gather', () => {
    const main = async () => gather([]);
    const outer = loop.runUntilComplete(main()) as unknown as Future<unknown>;
    expect(outer).to.be.an.instanceOf(Future);
    expect([outer.getLoop(), outer.done(), outer.result()]).to.deep.equal([loop, true, []]);
  });

  it('is the current one, where there is nothing to gather and none runs', () => {
    setEventLoop(loop);
    const outer = gather([]);
    expect(outer).to.be.an.instanceOf(Future);
    expect([outer.getLoop(), outer.done(), outer.result()]).to.deep.equal([loop, true, []]);
  });

  it('is the one that runs, over coroutines', () => {
    const main = async () => gather([abc(), abc()]);
    const outer = loop.runUntilComplete(main()) as unknown as Future<string[]>;
    expect([outer.getLoop(), loop.runUntilComplete(outer)]).to.deep.equal([loop, ['abc', 'abc']]);
  });

  it('is the current one, over coroutines where none runs', () => {
    setEventLoop(loop);
    const outer = gather([abc(), abc()]);
    expect([outer.getLoop(), loop.runUntilComplete(outer)]).to.deep.equal([loop, ['abc', 'abc']]);
  });

  it('is that of the futures, whichever is current, and however often they are gathered', () => {
    setEventLoop(new EventLoop());
    const futures = [loop.createFuture(), loop.createFuture(), loop.createFuture()];
    for (const outer of [gather(futures), gather(futures)]) {
      runBriefly(loop);
      expect([outer.getLoop(), outer.done()]).to.deep.equal([loop, false]);
    }
  });
});
