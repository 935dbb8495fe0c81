import { expect } from 'chai';
import { measure } from '../../../lib/cli/step/extent';
import { lockers, sleepers, unlucky } from './programs';

describe('The extent of a run', () => {
  it('is the most there ever is of anything', () => {
    expect(measure(sleepers(), 4)).to.deep.equal({
      ...{ ready: 2, timers: 2, tasks: 3, primitives: 0 },
      ...{ hasAlarms: false, lines: 4, nameWidth: 4, timeWidth: 2 },
    });
  });

  it('counts the locks and queues', () => {
    expect(measure(lockers(), 0).primitives).to.equal(2);
  });

  it('tells whether something went wrong', () => {
    expect(measure(unlucky(), 0).hasAlarms).to.equal(true);
  });
});
