import { expect } from 'chai';
import { gevent, repr, ValueError } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.Group', () => {
  onNewLoops();

  it('shows, counts and gives its greenlets', () => {
    const group = new gevent.Group();
    const greenlet = group.spawn(gevent.sleep, 1);
    expect([group.length, group.has(greenlet), [...group]]).to.deep.equal([1, true, [greenlet]]);
    expect(repr(group)).to.equal('<Group {<Greenlet "Greenlet-0": sleep(1)>}>');
  });

  it('may be made of some', () => {
    const group = new gevent.Group([1, 2].map((n) => gevent.spawn(gevent.sleep, n)));
    expect([group.join(1.5), group.join()]).to.deep.equal([false, true]);
  });

  it('kills one of them, once', () => {
    const group = new gevent.Group();
    const [a, b] = [group.spawn(gevent.sleep, 5), group.spawn(gevent.sleep, 5)];
    gevent.sleep(0);
    group.killone(a);
    group.killone(a);
    expect([a.ready(), b.ready(), group.length]).to.deep.equal([true, false, 1]);
  });

  it('is left by who has ended, and by who is discarded', () => {
    const group = new gevent.Group();
    const [a, b, c] = [1, 2, 3].map((n) => group.spawn(gevent.sleep, n));
    group.discard(b as gevent.Greenlet);
    gevent.sleep(1.5);
    expect([...group]).to.deep.equal([c]);
    expect([a, b, c].map((each) => each?.dead)).to.deep.equal([true, false, false]);
  });

  it('throws from join, if it is to, what the first of those threw that have failed', () => {
    const group = new gevent.Group();
    const fail = (text: string): never => {
      throw new ValueError(text);
    };
    for (const text of ['first', 'second']) group.spawn(fail, text);
    expect(() => group.join(null, true)).to.throw(ValueError, 'first');
  });

  it('maps by functions of each kind, and gives the results in order', () => {
    const group = new gevent.Group();
    const slower = function* (n: number) {
      yield* gevent.sleep(3 - n);
      return n;
    };
    const numbers: number[] = group.map(slower, [1, 2]);
    const texts: string[] = group.map(async (n: number) => `${n}`, new Set([1, 2]));
    expect([numbers, texts, group.apply((n: number) => n + 1, [1])]).to.deep.equal([[1, 2], ['1', '2'], 2]);
  });
});
