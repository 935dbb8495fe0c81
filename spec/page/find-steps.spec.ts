import { expect } from 'chai';
import { findSteps } from '../../lib/page/find-steps';
import { greenletTrace, pingPong } from '../trace/greenlet-trace';
import { sending } from '../trace/packets';
import { recordedTrace } from '../trace/recorded-trace';
import { type Happening, handTrace, looked, step } from './hand-trace';

const HAPPENINGS: Happening[] = [
  { type: 'task', task: 1, name: 'cook', coroutine: 'work' },
  ...step(1, 0, { type: 'resume', task: 1 }, { type: 'suspend', task: 1, future: 9, label: 'Lock' }),
  ...step(2, 1, { type: 'output', stream: 'out', text: 'Soup is ready\n' }),
  ...step(3, 2, { type: 'resume', task: 1, error: 'CancelledError: too late' }),
  { type: 'end', outcome: 'limit', text: 'the program took 3 steps' },
];

function find(text: string): number[] {
  const { replay, index } = looked(handTrace(HAPPENINGS));
  return findSteps(replay, index, text);
}

describe('findSteps', () => {
  it('finds all steps of a task by its name', () => {
    expect(find('cook')).to.deep.equal([0, 1, 3]);
  });

  it('finds what was called, awaited, written and thrown, in whatever letter case', () => {
    expect(['BEAT', 'lock', 'soup', 'too late', 'work'].map(find)).to.deep.equal([[0, 1, 2], [1], [2], [3], [0]]);
  });

  it('finds a switch by what is passed on, and a packet by its ends and what is in it', () => {
    const traces = [greenletTrace(pingPong), recordedTrace(sending)].map(looked);
    const found = ['14', 'hello', 'to server:80'].map((text) =>
      traces.map(({ replay, index }) => findSteps(replay, index, text)),
    );
    expect(found).to.deep.equal([
      [[3], []],
      [[], [3, 4]],
      [[], [3]],
    ]);
  });

  it('finds the end of the program', () => {
    expect(find('limit')).to.deep.equal([3]);
  });

  it('finds nothing by what does not occur, and by nothing', () => {
    expect([find('nobody'), find('  ')]).to.deep.equal([[], []]);
  });
});
