import { expect } from 'chai';
import { Axis, leftOf, middleOf, rightOf, type Spacing, stepOfEdge } from '../../lib/page/axis';
import type { Step } from '../../lib/page/steps';

/** Steps that begin at these times, and end at once. */
function stepsAt(...times: readonly number[]): Step[] {
  return times.map((time) => ({ run: 0, loop: 1, begin: time, end: time, iteration: 0 }));
}

/** Where the columns of the steps are, as `left-right`. */
function columns(steps: readonly Step[], spacing: Spacing): string[] {
  const axis = new Axis(steps, spacing);
  return steps.map((_, k) => `${axis.at(leftOf(k))}-${axis.at(rightOf(k))}`);
}

describe('An axis', () => {
  it('gives each step of an instant a column of its own', () => {
    expect(columns(stepsAt(1, 1, 1), 'time')).to.deep.equal(['0-1', '1-2', '2-3']);
  });

  describe('spaced by time', () => {
    it('has gaps as wide as the time that passes, all together as wide as all steps, or twelve columns', () => {
      expect(columns(stepsAt(0, 1, 1, 3), 'time')).to.deep.equal(['0-1', '5-6', '6-7', '15-16']);
    });

    it('has no gap that is too narrow to be seen', () => {
      expect(columns(stepsAt(0, 0.001, 1000), 'time')[1]).to.equal('1.4-2.4');
    });

    it('widens a step in which the clock went on', () => {
      const steps: Step[] = [{ run: 0, loop: 1, begin: 0, end: 3, iteration: 0 }];
      expect(columns(steps, 'time')).to.deep.equal(['0-13']);
    });

    it('begins anew on another loop, after a gap', () => {
      const [first, second] = stepsAt(7, 0) as [Step, Step];
      expect(columns([first, { ...second, loop: 2 }], 'time')).to.deep.equal(['0-1', '3-4']);
    });
  });

  describe('spaced by steps', () => {
    it('has narrow gaps only, however long the time', () => {
      expect(columns(stepsAt(0, 1, 1, 500), 'steps')).to.deep.equal(['0-1', '1.4-2.4', '2.4-3.4', '3.8-4.8']);
    });
  });

  it('has the middle of a step between its edges, and room after the last', () => {
    const axis = new Axis(stepsAt(0, 0), 'steps');
    expect([leftOf(1), middleOf(1), rightOf(1)].map((edge) => axis.at(edge))).to.deep.equal([1, 1.5, 2]);
    expect([axis.length, axis.at(leftOf(2))]).to.deep.equal([4, 4]);
  });

  it('finds the step at a point: in a gap, the one before it; beyond the ends, the first and the last', () => {
    const axis = new Axis(stepsAt(0, 5), 'steps');
    expect([-3, 0.5, 1.2, 1.5, 99].map((x) => axis.stepAt(x))).to.deep.equal([0, 0, 0, 1, 1]);
  });

  it('tells where instants begin', () => {
    const axis = new Axis(stepsAt(0, 0, 1, 1, 2), 'time');
    expect(axis.instantsBetween(-1, 4)).to.deep.equal([0, 2, 4]);
    expect(axis.instantsBetween(0, 3)).to.deep.equal([2]);
    expect(axis.instantsBetween(4, 9)).to.deep.equal([]);
  });
});

describe('An edge', () => {
  it('belongs to a step', () => {
    expect([leftOf(7), middleOf(7), rightOf(7)].map(stepOfEdge)).to.deep.equal([7, 7, 7]);
  });
});
