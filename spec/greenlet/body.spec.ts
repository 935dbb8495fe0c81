import { expect } from 'chai';
import { coroutine, getcurrent } from '../../lib';
import { bodyOf } from '../../lib/greenlet/body';
import { Move } from '../../lib/greenlet/move';

describe("What a greenlet's function gives", () => {
  it('is resumed, when it is a generator or a coroutine', () => {
    const generator = (function* () {})();
    const coro = coroutine(function* () {})();
    expect([bodyOf(generator), bodyOf(coro)]).to.deep.equal([generator, coro]);
    coro.close();
  });

  it('is awaited, when it is a move', () => {
    const move = new Move(getcurrent(), []);
    expect(bodyOf(move)?.next().value).to.equal(move);
  });

  it('is its result otherwise, even when that could be walked through', () => {
    expect([bodyOf([1, 2]), bodyOf('text'), bodyOf(undefined)]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('cannot be what another greenlet is in the midst of', () => {
    const coro = coroutine(function* () {
      yield;
    })();
    coro.next();
    expect(() => bodyOf(coro)).to.throw('coroutine is being awaited already');
    coro.close();
  });
});
