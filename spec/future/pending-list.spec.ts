import { expect } from 'chai';
import { PendingList } from '../../lib/future/pending-list';

describe('PendingList', () => {
  class Item {
    isDone = false;

    constructor(readonly name: string) {}
  }

  it('gives what is not done, each once, in the order in which it came', () => {
    const list = new PendingList<Item>((item) => !item.isDone);
    const [a, b, c] = [new Item('a'), new Item('b'), new Item('c')] as const;
    for (const item of [a, b, c, a]) list.add(item);
    b.isDone = true;
    expect(list.pending()).to.deep.equal([a, c]);
  });

  it('no longer gives what was taken out', () => {
    const list = new PendingList<Item>((item) => !item.isDone);
    const [a, b] = [new Item('a'), new Item('b')] as const;
    list.add(a);
    list.add(b);
    list.delete(a);
    expect(list.pending()).to.deep.equal([b]);
  });

  it('holds, however many come and end, at most twice those that are pending, or 64', () => {
    const list = new PendingList<Item>((item) => !item.isDone);
    for (let i = 0; i < 10_000; i++) {
      const item = new Item(`${i}`);
      item.isDone = i >= 50;
      list.add(item);
    }
    const { items } = list as unknown as { items: Item[] };
    expect(items.length).to.be.at.most(100);
    expect(list.pending().length).to.equal(50);
  });
});
