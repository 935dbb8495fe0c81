import { expect } from 'chai';
import { Heap } from '../../lib/queue/heap';

/** What is compared by its priority only, and told apart by its name. */
interface Job {
  readonly name: string;
  valueOf(): number;
}

function job(name: string, priority: number): Job {
  return { name, valueOf: () => priority };
}

/** A heap of jobs, one for each letter, with the priority that `priorityOf` gives it. */
function heapOf(letters: string, priorityOf: (i: number) => number): Heap<Job> {
  const heap = new Heap<Job>();
  for (const [i, letter] of [...letters].entries()) heap.push(job(letter, priorityOf(i)));
  return heap;
}

const names = (jobs: Iterable<Job>): string => [...jobs].map(({ name }) => name).join('');

/** Take everything out. */
function* drain<T>(heap: Heap<T>): Generator<T> {
  while (heap.length > 0) yield heap.shift() as T;
}

/** All orders in which `items` can stand. */
function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}

describe('Heap', () => {
  it('gives the smallest first, in whatever order the items came', () => {
    for (const items of permutations([1, 2, 2, 3, 4, 5])) {
      const heap = new Heap<number>();
      for (const item of items) heap.push(item);
      expect([...drain(heap)], `of ${items}`).to.deep.equal([1, 2, 2, 3, 4, 5]);
    }
  });

  it('gives the smallest of what is in, when items come and go by turns', () => {
    const heap = new Heap<number>();
    const taken: (number | undefined)[] = [];
    for (const item of [5, 3, 8, 1, 9, 2]) {
      heap.push(item);
      if (heap.length > 2) taken.push(heap.shift());
    }
    expect([taken, [...drain(heap)]]).to.deep.equal([
      [3, 1, 5, 2],
      [8, 9],
    ]);
  });

  it('counts its items, and gives undefined when there is none', () => {
    const heap = new Heap<string>();
    expect([heap.length, heap.shift(), heap.length]).to.deep.equal([0, undefined, 0]);
    heap.push('a');
    heap.push('b');
    expect([heap.length, heap.shift(), heap.length]).to.deep.equal([2, 'a', 1]);
  });

  it('can be walked as its array stands, which takes nothing out', () => {
    const heap = new Heap<number>();
    for (const item of [3, 2, 1]) heap.push(item);
    expect([[...heap], heap.length]).to.deep.equal([[1, 3, 2], 3]);
  });

  describe('of equals', () => {
    it('gives them in the order of heapq, which is that of no queue', () => {
      expect(names(drain(heapOf('abcdefghij', () => 1)))).to.equal('acgjifhebd');
    });

    it('holds them, among others, where heapq does, and gives them as it does', () => {
      const heap = heapOf('abcdefghijkl', (i) => i % 3);
      expect(names(heap)).to.equal('adgbjfchiekl');
      expect(names(drain(heap))).to.equal('agdjekbhcfil');
    });
  });

  describe('of items between which there is no order', () => {
    it('throws, and has the new one at its end', () => {
      const heap = new Heap<unknown>();
      heap.push(1);
      expect(() => heap.push('a')).to.throw(TypeError, "'<' not supported between instances of 'string' and 'number'");
      expect([...heap]).to.deep.equal([1, 'a']);
    });

    it('goes on with those that can be compared', () => {
      const heap = new Heap<unknown>();
      heap.push(1);
      expect(() => heap.push('a')).to.throw(TypeError);
      expect([...drain(heap)]).to.deep.equal([1, 'a']);
    });

    it('gives the smallest also where undefined is among them', () => {
      const heap = new Heap<unknown>();
      heap.push(1);
      expect(() => heap.push(undefined)).to.throw(TypeError, "instances of 'undefined' and 'number'");
      expect([heap.shift(), heap.length, heap.shift(), heap.length]).to.deep.equal([1, 1, undefined, 0]);
    });

    it('throws where the comparison comes with the taking, which costs the item that would have been given', () => {
      const heap = new Heap<unknown>();
      for (const item of [1, 2]) heap.push(item);
      expect(() => heap.push('a')).to.throw(TypeError);
      expect(() => heap.shift()).to.throw(TypeError, "'<' not supported between instances of 'string' and 'number'");
      expect([...heap]).to.deep.equal([2, 'a']);
    });
  });
});
