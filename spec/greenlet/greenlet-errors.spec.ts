import { expect } from 'chai';
import { BaseException, GreenletError, GreenletExit } from '../../lib';

describe('The errors of greenlets', () => {
  it('have the names of their classes', () => {
    expect([new GreenletExit(), new GreenletError()].map(({ name }) => name)).to.deep.equal([
      'GreenletExit',
      'GreenletError',
    ]);
  });

  it('pass by what means "except Exception" when they ask to end, and hold any value', () => {
    const exit = new GreenletExit('bye', 5);
    expect([exit instanceof BaseException, exit.args]).to.deep.equal([true, ['bye', 5]]);
    expect(new GreenletError()).not.to.be.instanceOf(BaseException);
  });
});
