import { expect } from 'chai';
import { deadIn, host } from './dead-programs';
import { CANCELLABLE, HIDDEN, LOST, REACHED } from './reach-programs';

describe('Where a host tells what functions hold', () => {
  before(() => host.watch());
  after(() => host.unwatch());

  describe('a task is dead that waits for', () => {
    for (const [name, program, dead] of LOST) {
      it(`${name}; without a host that is not known`, () => {
        expect([deadIn(program), deadIn(program, { isSeen: false })]).to.deep.equal([dead, []]);
      });
    }
  });

  describe('a task is not dead if what it waits for', () => {
    after(() => delete (globalThis as { shared?: unknown }).shared);

    for (const [name, program] of REACHED) {
      it(`${name}`, () => {
        expect(deadIn(program, { lost: true })).to.deep.equal(['lost']);
      });
    }

    it('is behind the `this` of an arrow function, which cannot be seen; nor is any other', () => {
      expect(deadIn(HIDDEN, { lost: true })).to.deep.equal([]);
    });
  });

  describe('a task may be cancelled, and is not dead, that a living one has', () => {
    for (const [name, program] of CANCELLABLE) {
      it(`${name}`, () => {
        expect(deadIn(program, { lost: true })).to.deep.equal(['lost']);
      });
    }
  });
});
