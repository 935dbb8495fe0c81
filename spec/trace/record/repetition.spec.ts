import { expect } from 'chai';
import { type Happening, Repetition } from '../../../lib/trace/record/repetition';
import type { TraceEvent } from '../../../lib/trace/trace-event';

const base = { time: 0, cause: 0, loop: undefined };
const iteration: TraceEvent = { ...base, n: 1, type: 'iteration', count: 1 };
const primitive: TraceEvent = {
  ...base,
  n: 2,
  type: 'primitive',
  primitive: 1,
  kind: 'Queue',
  text: 'a',
  items: ['1'],
};
const events = [iteration, primitive];

/** What a run says that does the same again. */
const SAME: Happening = { type: 'iteration', count: 1 };

describe('The repetition of a run', () => {
  let repetition: Repetition;

  beforeEach(() => {
    repetition = new Repetition({ events, isOver: true });
  });

  it('gives the event of the earlier run, as long as the same happens', () => {
    expect(repetition.find(1, 0, 0, undefined, SAME)).to.equal(iteration);
    expect([repetition.isBroken(), repetition.takeDifference()]).to.deep.equal([false, undefined]);
  });

  it('takes lists for the same that have the same in them', () => {
    const again: Happening = { type: 'primitive', primitive: 1, kind: 'Queue', text: 'a', items: ['1'] };
    expect(repetition.find(2, 0, 0, undefined, again)).to.equal(primitive);
    expect(repetition.find(2, 0, 0, undefined, { ...again, items: ['2'] })).to.equal(undefined);
    expect(repetition.find(2, 0, 0, undefined, { ...again, items: ['1', '1'] })).to.equal(undefined);
  });

  const others: readonly [string, Parameters<Repetition['find']>][] = [
    ['at another time', [1, 1, 0, undefined, SAME]],
    ['by another cause', [1, 0, 2, undefined, SAME]],
    ['on another loop', [1, 0, 0, 2, SAME]],
    ['of another type', [1, 0, 0, undefined, { type: 'close' }]],
    ['with other details', [1, 0, 0, undefined, { type: 'iteration', count: 2 }]],
  ];
  for (const [what, event] of others) {
    it(`finds no event that was ${what}`, () => {
      expect(repetition.find(...event)).to.equal(undefined);
    });
  }

  it('has a difference where something else happens: what was before, and what is now', () => {
    const now: TraceEvent = { ...base, n: 2, type: 'close' };
    repetition.happened(now);
    expect(repetition.isBroken()).to.equal(true);
    expect(repetition.takeDifference()).to.deep.equal({ n: 2, before: primitive, now });
  });

  it('tells of a difference once, and has no other', () => {
    for (const n of [1, 2]) repetition.happened({ ...base, n, type: 'close' });
    expect(repetition.takeDifference()?.n).to.equal(1);
    expect(repetition.takeDifference()).to.equal(undefined);
  });

  it('has a difference where the run ends too early', () => {
    repetition.ended(1);
    expect(repetition.takeDifference()).to.deep.equal({ n: 2, before: primitive, now: undefined });
  });

  it('has a difference where the run goes on too long', () => {
    const now: TraceEvent = { ...base, n: 3, type: 'close' };
    repetition.happened(now);
    expect(repetition.takeDifference()).to.deep.equal({ n: 3, before: undefined, now });
  });

  it('has none where the run ends as the earlier one did', () => {
    repetition.ended(2);
    expect(repetition.isBroken()).to.equal(false);
  });

  it('has none where of the earlier run no more is known', () => {
    repetition = new Repetition({ events, isOver: false });
    repetition.happened({ ...base, n: 3, type: 'close' });
    expect(repetition.isBroken()).to.equal(false);
  });

  it('has none once it was broken off', () => {
    repetition.happened({ ...base, n: 1, type: 'close' });
    repetition.breakOff();
    repetition.happened({ ...base, n: 2, type: 'close' });
    expect(repetition.takeDifference()).to.equal(undefined);
  });

  it('knows the earlier run until this one has gone further, or another way', () => {
    const knows = () => [1, 2, 3].map((count) => repetition.earlierBeyond(count) !== undefined);
    expect(knows()).to.deep.equal([true, true, false]);
    repetition.happened({ ...base, n: 1, type: 'close' });
    expect(knows()).to.deep.equal([false, false, false]);
  });

  it('of nothing expects nothing', () => {
    repetition = new Repetition();
    repetition.happened({ ...base, n: 1, type: 'close' });
    repetition.ended(1);
    expect(repetition.isBroken()).to.equal(false);
  });
});
