import { expect } from 'chai';
import { deadIn, host } from './dead-programs';
import { DEADLOCKS, SEEN_DEADLOCKS, WAITS } from './owners-programs';

describe('While others go on', () => {
  before(() => host.watch());
  after(() => host.unwatch());

  describe('the tasks are dead, whoever can reach them and what they wait for,', () => {
    for (const [name, program, dead] of DEADLOCKS) {
      it(`${name}`, () => {
        expect([deadIn(program), deadIn(program, { isSeen: false })]).to.deep.equal([dead, dead]);
      });
    }

    for (const [name, program, dead] of SEEN_DEADLOCKS) {
      it(`${name}; only a host sees that`, () => {
        expect([deadIn(program), deadIn(program, { isSeen: false })]).to.deep.equal([dead, []]);
      });
    }
  });

  describe('no task is dead', () => {
    for (const [name, program] of WAITS) {
      it(`${name}`, () => {
        expect([deadIn(program), deadIn(program, { isSeen: false })]).to.deep.equal([[], []]);
      });
    }
  });
});
