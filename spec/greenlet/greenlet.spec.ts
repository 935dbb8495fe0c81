import { expect } from 'chai';
import { coroutine, getcurrent, greenlet, RawGreenlet } from '../../lib';
import { thrownBy } from '../support';

describe('greenlet()', () => {
  it('makes a greenlet below the current one, which runs nothing yet', () => {
    const log: string[] = [];
    const gr = greenlet(() => log.push('ran'));
    expect(gr).to.be.instanceOf(RawGreenlet);
    expect(gr.parent).to.equal(getcurrent());
    expect([log, gr.active, gr.dead]).to.deep.equal([[], false, false]);
  });

  it('takes another parent, who goes on with what it returns', () => {
    const parent = greenlet((value: number) => value + 1);
    expect(greenlet(() => 1, parent).switch()).to.equal(2);
  });

  it('refuses a parent that is no greenlet', () => {
    expect(thrownBy(() => greenlet(() => {}, 5 as never)).message).to.equal(
      'GreenletChecker: Expected any type of greenlet, not number',
    );
  });

  describe('runs', () => {
    const main = getcurrent();

    it('a generator function, which switches by yield*', () => {
      const gr = greenlet(function* (a: number, b: number) {
        return (yield* main.switch(a + b)) * 10;
      });
      expect([gr.switch(1, 2), gr.switch(4)]).to.deep.equal([3, 40]);
    });

    it('an async function, which switches by await', () => {
      const gr = greenlet(async (a: number, b: number) => (await main.switch(a + b)) * 10);
      expect([gr.switch(1, 2), gr.switch(4)]).to.deep.equal([3, 40]);
    });

    it('a coroutine function, as a task does', () => {
      const gr = greenlet(
        coroutine(function* (n: number) {
          return (yield* main.switch(n)) * 10;
        }),
      );
      expect([gr.switch(1), gr.switch(4)]).to.deep.equal([1, 40]);
    });

    it('a plain function, which ends without a switch', () => {
      expect(greenlet(() => 'its result').switch()).to.equal('its result');
    });

    it('a plain function that returns a switch, and ends with what comes back', () => {
      const gr = greenlet((n: number) => main.switch(n + 1));
      expect([gr.switch(1), gr.dead, gr.switch('back'), gr.dead]).to.deep.equal([2, false, 'back', true]);
    });

    it('functions that call each other, each by yield* or await, at any depth', () => {
      function* walk(depth: number): Generator<unknown, number, unknown> {
        if (depth === 0) return yield* main.switch('at the bottom') as Generator<unknown, number>;
        return (yield* walk(depth - 1)) + 1;
      }
      const gr = greenlet(async () => await walk(500));
      expect([gr.switch(), gr.switch(0)]).to.deep.equal(['at the bottom', 500]);
    });
  });
});
