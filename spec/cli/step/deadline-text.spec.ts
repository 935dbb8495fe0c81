import { expect } from 'chai';
import { deadlineText } from '../../../lib/cli/step/deadline-text';

describe('A deadline, as it is shown,', () => {
  it('is in seconds, without what rounding has added', () => {
    expect([deadlineText(1), deadlineText(0.1 + 0.2)]).to.deep.equal(['1s', '0.3s']);
  });

  it('may be never', () => {
    expect([deadlineText(null), deadlineText(Infinity)]).to.deep.equal(['never', 'never']);
  });
});
