import { expect } from 'chai';
import { Allowance } from '../../../lib/trace/dead/allowance';

/** At which of the steps from 1 to `count` it was time. Each time costs `cost`. */
function timesIn(allowance: Allowance, count: number, cost: number): number[] {
  const times: number[] = [];
  for (let step = 1; step <= count; step++) {
    if (!allowance.isTime()) continue;
    times.push(step);
    allowance.spend(cost);
  }
  return times;
}

describe('Allowance', () => {
  it('is for each step as long as there is much, and lasts longer the less is left', () => {
    expect(timesIn(new Allowance(100, 1, 10), 30, 5)).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 23, 26, 30,
    ]);
  });

  it('is over when nothing is left, until some is earned', () => {
    const allowance = new Allowance(10, 5, 0);
    expect(timesIn(allowance, 9, 6)).to.deep.equal([1, 2]);
    allowance.earn();
    expect(timesIn(allowance, 9, 6)).to.deep.equal([1]);
  });

  it('makes no longer a pause than it takes to earn the cost again', () => {
    const allowance = new Allowance(10, 3, 100);
    allowance.spend(9);
    expect(timesIn(allowance, 9, 1)[0]).to.equal(4);
  });
});
