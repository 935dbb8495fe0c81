import { expect } from 'chai';
import { coroutine, EventLoop, type Future, RuntimeError, setEventLoop, shield } from '../../lib';
import { thrownBy } from '../support';

const abc = coroutine(function* () {
  return 'abc';
});

describe('shield of a coroutine, and the loop it belongs to', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(null);
  });

  afterEach(() => setEventLoop(null));

  it('is none where none is to be found, and that is an error', () => {
    const coro = abc();
    const error = thrownBy(() => shield(coro));
    expect(error).to.be.an.instanceOf(RuntimeError);
    expect([error.message, coro.state]).to.deep.equal([
      "There is no current event loop in thread 'MainThread'.",
      'created',
    ]);
  });

  it('is the one that runs', () => {
    const main = async () => shield(abc());
    const outer = loop.runUntilComplete(main()) as unknown as Future<string>;
    expect([outer.getLoop(), loop.runUntilComplete(outer)]).to.deep.equal([loop, 'abc']);
  });

  it('is the current one where none runs', () => {
    setEventLoop(loop);
    const outer = shield(abc());
    expect([outer.getLoop(), loop.runUntilComplete(outer)]).to.deep.equal([loop, 'abc']);
  });
});
