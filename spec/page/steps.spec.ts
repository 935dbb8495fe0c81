import { expect } from 'chai';
import { stepsOf } from '../../lib/page/steps';
import { Replay } from '../../lib/trace/state/replay';
import { type Happening, handTrace, step } from './hand-trace';

function stepsIn(...happenings: readonly Happening[]) {
  return stepsOf(new Replay(handTrace(happenings)));
}

describe('stepsOf', () => {
  it('gives a step for each handle that was run, after what came before the first', () => {
    const steps = stepsIn(...step(1, 0), ...step(2, 1.5));
    expect(steps.map(({ run, begin, end }) => [run, begin, end])).to.deep.equal([
      [0, 0, 0],
      [2, 0, 1.5],
      [4, 1.5, 1.5],
    ]);
  });

  it('gives a step for each switch of greenlets that is one', () => {
    const task: Happening = { type: 'task', task: 1, name: 'ping', coroutine: 'ping', kind: 'greenlet' };
    const steps = stepsIn(
      task,
      { type: 'switch', to: 1, step: true, time: 1 },
      ...step(1, 2, { type: 'switch', to: 1 }),
    );
    expect(steps.map(({ run }) => run)).to.deep.equal([0, 2, 4]);
  });

  it('tells that the clock went on within a step', () => {
    const [, blocking] = stepsIn(...step(1, 1), { type: 'output', stream: 'out', text: 'later', time: 3 });
    expect([blocking?.begin, blocking?.end]).to.deep.equal([1, 3]);
  });

  it('takes the time of a step from its own loop, where another is made meanwhile', () => {
    const [, last] = stepsIn(...step(1, 5), { type: 'schedule', handle: 2, label: 'first()', time: 0, loop: 2 });
    expect([last?.loop, last?.begin, last?.end]).to.deep.equal([1, 5, 5]);
  });

  it('has one step in a trace in which nothing happened', () => {
    expect(stepsIn()).to.deep.equal([{ run: 0, loop: 1, begin: 0, end: 0, iteration: 0 }]);
  });
});

describe('Replay.iterationEnds', () => {
  it('gives the last step of each iteration, and the one before the first', () => {
    const iteration: Happening = { type: 'iteration', count: 2 };
    const trace = handTrace([iteration, ...step(1, 0), ...step(2, 0), iteration, ...step(3, 0)]);
    expect(new Replay(trace).iterationEnds).to.deep.equal([0, 2, 3]);
  });
});
