import { expect } from 'chai';
import { destinationOf } from '../../../lib/cli/step/destination';
import { Timeline } from '../../../lib/cli/step/timeline';
import { sleepers } from './programs';

describe('Where to go, as it was typed', () => {
  const timeline = new Timeline(sleepers());
  const found = (typed: string): number | string => {
    const destination = destinationOf(typed, timeline);
    return 'step' in destination ? destination.step : destination.complaint;
  };

  it('may be a step', () => {
    expect([found('3'), found(' 0 ')]).to.deep.equal([3, 0]);
  });

  it('may be a time: the last step by then', () => {
    expect([found('0s'), found('1.5s'), found('.5 s'), found('2s')]).to.deep.equal([3, 5, 3, 9]);
  });

  it('is refused with a sentence, where there is no such step', () => {
    expect(found('99')).to.equal('There is no step 99: the last is 9.');
  });

  it('is refused with a sentence, where the run was over by that time', () => {
    expect(found('3.5s')).to.equal('The run was over before 3.5s: it ended at 2s.');
  });

  it('is refused with a sentence, where it is neither', () => {
    expect(['x', '-1', '3.5', '1m'].map(found)).to.deep.equal([
      '"x" is no step, as 12 is, and no time, as 3.5s is.',
      '"-1" is no step, as 12 is, and no time, as 3.5s is.',
      '"3.5" is no step, as 12 is, and no time, as 3.5s is.',
      '"1m" is no step, as 12 is, and no time, as 3.5s is.',
    ]);
  });
});
