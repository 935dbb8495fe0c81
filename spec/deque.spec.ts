import { expect } from 'chai';
import { Deque } from '../lib/deque';

describe('Deque', () => {
  let queue: Deque<number>;

  beforeEach(() => {
    queue = new Deque();
  });

  function pushTo(end: number, begin = 0): void {
    for (let i = begin; i < end; i++) queue.push(i);
  }

  function shiftAll(): (number | undefined)[] {
    const items = [];
    while (queue.length > 0) items.push(queue.shift());
    return items;
  }

  it('gives the items in the order in which they came', () => {
    pushTo(3);
    expect(shiftAll()).to.deep.equal([0, 1, 2]);
  });

  it('gives undefined when empty, and is as usable then', () => {
    expect([queue.shift(), queue.length]).to.deep.equal([undefined, 0]);
    queue.push(1);
    expect([queue.shift(), queue.shift()]).to.deep.equal([1, undefined]);
  });

  it('counts what is in it', () => {
    pushTo(5);
    queue.shift();
    expect(queue.length).to.equal(4);
  });

  it('keeps the order while items come and go by turns', () => {
    const taken: unknown[] = [];
    for (let i = 0; i < 1000; i++) {
      queue.push(i);
      if (i % 3 !== 0) taken.push(queue.shift());
    }
    expect([...taken, ...shiftAll()]).to.deep.equal(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('keeps the order when it grows with its front past the beginning of its store', () => {
    pushTo(10);
    for (let i = 0; i < 7; i++) queue.shift();
    pushTo(200, 10);
    expect(shiftAll()).to.deep.equal(Array.from({ length: 193 }, (_, i) => i + 7));
  });

  it('takes in front what is to overtake all others', () => {
    pushTo(20);
    queue.shift();
    for (const n of [-1, -2, -3]) queue.unshift(n);
    expect([...queue].slice(0, 5)).to.deep.equal([-3, -2, -1, 1, 2]);
    expect(shiftAll()).to.have.length(22);
  });

  it('can be walked, and loses nothing by it', () => {
    pushTo(20);
    queue.shift();
    expect([...queue]).to.deep.equal(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(queue.length).to.equal(19);
  });

  it('forgets all, and is as usable then', () => {
    pushTo(100);
    queue.clear();
    expect([queue.length, [...queue], queue.shift()]).to.deep.equal([0, [], undefined]);
    pushTo(2);
    expect(shiftAll()).to.deep.equal([0, 1]);
  });
});
