import { expect } from 'chai';
import { goTo } from '../../../lib/cli/step/moves';
import { Timeline } from '../../../lib/cli/step/timeline';
import { sleepers } from './programs';
import { viewAfter } from './recorded';

describe('Moving to a step', () => {
  const timeline = new Timeline(sleepers());

  it('goes no further than there are steps', () => {
    const view = viewAfter(timeline, 'l');
    expect([goTo(view, timeline, 99).step, goTo(view, timeline, -1).step]).to.deep.equal([9, 0]);
  });
});

describe('Moving to a word', () => {
  const timeline = new Timeline(sleepers());
  const found = (keys: string): [number, string] => {
    const { step, message } = viewAfter(timeline, keys);
    return [step, message];
  };

  it('goes to the next', () => {
    expect(found('/ g o o d enter n')).to.deep.equal([7, 'Found "good" in step 7.']);
  });

  it('says so when it has begun anew', () => {
    expect(found('/ g o o d enter n n')).to.deep.equal([5, 'Found "good" in step 5, past the end.']);
  });

  it('goes back, too', () => {
    expect(found('/ g o o d enter n N')).to.deep.equal([5, 'Found "good" in step 5.']);
    expect(found('/ g o o d enter N')).to.deep.equal([7, 'Found "good" in step 7, past the beginning.']);
  });

  it('says so where there is no such word, and goes nowhere', () => {
    expect(found('l / x y z enter')).to.deep.equal([1, 'There is no "xyz" in this run.']);
  });

  it('says so where none was sought yet', () => {
    expect(found('n')).to.deep.equal([0, 'Nothing was sought yet: / asks for a word.']);
  });
});
