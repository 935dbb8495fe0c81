import { expect } from 'chai';
import { Timeline } from '../../../lib/cli/step/timeline';
import { sleepers } from './programs';

describe('Timeline', () => {
  const timeline = new Timeline(sleepers());

  it('goes to any step, forth and back', () => {
    const seen = [3, 0, 9, 3].map((step) => [timeline.at(step).step, timeline.at(step).state.time]);
    expect(seen).to.deep.equal([...[[3, 0]], ...[[0, 0]], ...[[9, 2]], ...[[3, 0]]]);
  });

  it('knows what it was like a step before', () => {
    const { state, before } = timeline.at(3);
    expect([before.step, state.step]).to.deep.equal([2, 3]);
  });

  it('has nothing before the first step', () => {
    expect(timeline.at(0).before.event).to.equal(0);
  });

  it('goes on to the end of an iteration, and of the next', () => {
    const stops = [0, 1, 2, 3, 9].map((step) => timeline.iterationAfter(step));
    expect(stops).to.deep.equal([1, 3, 3, 4, 9]);
  });

  it('goes back to the end of the iteration before', () => {
    const stops = [9, 3, 2, 1, 0].map((step) => timeline.iterationBefore(step));
    expect(stops).to.deep.equal([8, 1, 1, 0, 0]);
  });

  it('finds the last step at a time', () => {
    expect([timeline.stepAt(0), timeline.stepAt(1.5)]).to.deep.equal([3, 5]);
  });
});
