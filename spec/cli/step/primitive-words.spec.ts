import { expect } from 'chai';
import { stateOf } from '../../../lib/cli/step/primitive-words';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { PrimitiveState } from '../../../lib/trace/state/primitive-state';
import { lockers } from './programs';
import { taskCalled } from './recorded';

describe('How a lock or a queue is, in words,', () => {
  const moment = new Timeline(lockers()).at(3);
  const words = (state: Partial<PrimitiveState>): string =>
    stateOf(moment, {
      primitive: 1,
      kind: 'Thing',
      text: '<Thing>',
      owners: [],
      waiters: [],
      items: [],
      size: 0,
      ...state,
    });

  it('is who holds it', () => {
    const owners = ['ann', 'bob'].map((name) => taskCalled(name, moment)?.task ?? 0);
    expect(words({ owners })).to.equal('held by ann, bob');
  });

  it('is what is in it, and how much there may be', () => {
    expect([
      words({ text: '<Queue maxsize=0>' }),
      words({ text: '<Queue maxsize=0>', items: ["'a'"], size: 1 }),
      words({ text: '<Queue maxsize=9>', items: ['1', '2'], size: 5 }),
    ]).to.deep.equal(['0 items', "1 item: 'a'", '5 of 9 items: 1, 2, …']);
  });

  it('is what its repr says, but for the line, which is shown by names', () => {
    expect(words({ text: '<Lock [unlocked, waiters:2]>' })).to.equal('unlocked');
  });

  it('is the repr, where that has no brackets', () => {
    expect(words({ text: '<Door ajar>' })).to.equal('<Door ajar>');
  });
});
