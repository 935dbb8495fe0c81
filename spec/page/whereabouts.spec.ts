import { expect } from 'chai';
import { hashOf, readDestination, readHash } from '../../lib/page/whereabouts';

describe('The link to a moment', () => {
  it('names the step, and the event that is asked about', () => {
    expect([hashOf({ step: 42, why: undefined }), hashOf({ step: 42, why: 317 })]).to.deep.equal([
      '#step=42',
      '#step=42&why=317',
    ]);
  });

  it('is read as it was made', () => {
    for (const why of [undefined, 317]) expect(readHash(hashOf({ step: 42, why }))).to.deep.equal({ step: 42, why });
  });

  it('leads to the beginning where it says nothing that can be understood', () => {
    for (const hash of ['', '#', '#step=', '#step=-1', '#step=1e3', '#top', '#step=<b>']) {
      expect(readHash(hash), hash).to.deep.equal({ step: 0, why: undefined });
    }
  });
});

describe('What is typed to go somewhere', () => {
  it('is a step where it is a number', () => {
    expect(readDestination(' 42 ')).to.deep.equal({ step: 42 });
  });

  it('is a time where it has a unit', () => {
    expect([readDestination('2.5s'), readDestination('.5 s'), readDestination('20ms')]).to.deep.equal([
      { time: 2.5 },
      { time: 0.5 },
      { time: 0.02 },
    ]);
  });

  it('is nothing where it is anything else', () => {
    expect(['', 'soon', '2.5', '-1', '3 steps'].map(readDestination)).to.deep.equal(Array(5).fill(undefined));
  });
});
