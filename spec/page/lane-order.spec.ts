import { expect } from 'chai';
import { inOrder } from '../../lib/page/lane-order';
import type { Lane } from '../../lib/page/lanes';

function lane(task: number, parent?: number): Lane {
  return { task, name: `Task-${task}`, parent, spans: [], end: undefined };
}

function ordered(...lanes: readonly Lane[]): string[] {
  return inOrder(lanes).map(({ task, depth, position, siblings }) => `${task} at ${depth}, ${position} of ${siblings}`);
}

describe('The order of the lanes', () => {
  it('has each task below the one that made it, and those of one task in the order of creation', () => {
    expect(ordered(lane(1), lane(2, 1), lane(3, 1), lane(4, 2), lane(5))).to.deep.equal([
      '1 at 0, 1 of 2',
      '2 at 1, 1 of 2',
      '4 at 2, 1 of 1',
      '3 at 1, 2 of 2',
      '5 at 0, 2 of 2',
    ]);
  });

  it('begins with the lane of the loop, below which there is none', () => {
    expect(ordered(lane(0), lane(1))).to.deep.equal(['0 at 0, 1 of 2', '1 at 0, 2 of 2']);
  });

  it('has those at the top whose maker is not known', () => {
    expect(ordered(lane(2, 99))).to.deep.equal(['2 at 0, 1 of 1']);
  });

  it('takes a chain of tasks that is longer than the stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => lane(i + 1, i));
    expect(inOrder(chain).at(-1)?.depth).to.equal(19_999);
  });
});
