import { expect } from 'chai';
import { getcurrent, greenlet } from '../../lib';
import { Move } from '../../lib/greenlet/move';

describe('A move', () => {
  const main = getcurrent();

  it('brings one value as it is, several as an array, none as undefined', () => {
    expect([[1], [1, 2], [[1, 2]], []].map((args) => new Move(main, args).value)).to.deep.equal([
      1,
      [1, 2],
      [1, 2],
      undefined,
    ]);
  });

  it('is awaited by yielding itself; what it is resumed with is what that gives', () => {
    const move = new Move(main, []);
    const iterator = move[Symbol.iterator]();
    expect(move.state).to.equal('created');
    expect(iterator.next()).to.deep.equal({ done: false, value: move });
    expect(move.state).to.equal('awaited');
    expect(iterator.next('back')).to.deep.equal({ done: true, value: 'back' });
  });

  it('is what a switch within a greenlet gives: something to await', () => {
    const gr = greenlet(function* () {
      const move = main.switch(1);
      yield* move;
      return move;
    });
    expect(gr.switch()).to.equal(1);
    expect(gr.switch()).to.be.instanceOf(Move);
  });

  it('is shown by where it goes', () => {
    const gr = greenlet(function* work() {});
    expect([new Move(gr, []), new Move(gr, [], new Error())].map(String)).to.deep.equal([
      `<switch to ${gr}>`,
      `<throw to ${gr}>`,
    ]);
  });
});
