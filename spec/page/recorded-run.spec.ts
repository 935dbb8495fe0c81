import { expect } from 'chai';
import { RecordedRun } from '../../lib/page/recorded-run';
import { type Happening, handTrace, step } from './hand-trace';

const ITERATION: Happening = { type: 'iteration', count: 1 };

describe('A recorded run', () => {
  it('knows where iterations end, on and back', () => {
    const steps = [ITERATION, ...step(1, 0), ...step(2, 0), ITERATION, ...step(3, 0), ITERATION, ...step(4, 0)];
    const run = new RecordedRun(handTrace(steps));
    expect([0, 1, 2, 3, 4].map((from) => run.nextIteration(from))).to.deep.equal([2, 2, 3, 4, 4]);
    expect([0, 1, 2, 3, 4].map((from) => run.previousIteration(from))).to.deep.equal([0, 0, 0, 2, 3]);
  });

  it('looks at the task that takes a step, or is woken by it; or else at the one that took one last', () => {
    const run = new RecordedRun(
      handTrace([
        { type: 'task', task: 1, name: 'cook', coroutine: 'cook' },
        { type: 'task', task: 2, name: 'guest', coroutine: 'guest' },
        ...step(1, 0, { type: 'resume', task: 1 }),
        ...step(2, 0, { type: 'wake', task: 2, future: 3 }),
        ...step(3, 0),
      ]),
    );
    expect([0, 1, 2, 3].map((each) => run.taskOfStep(each))).to.deep.equal([undefined, 1, 2, 1]);
  });

  it("asks about a step by the task's, or else by the call; about the beginning, by what came first", () => {
    const run = new RecordedRun(
      handTrace([
        { type: 'task', task: 1, name: 'cook', coroutine: 'cook' },
        ...step(1, 0, { type: 'resume', task: 1 }),
        ...step(2, 0),
      ]),
    );
    expect([0, 1, 2].map((each) => run.sentence(run.eventOfStep(each)))).to.deep.equal([
      'The program made cook at 0s',
      'cook began at 0s',
      'The callback beat() was run at 0s',
    ]);
  });

  it('takes a trace in which nothing happened', () => {
    const run = new RecordedRun(handTrace([]));
    expect([run.lastStep, run.nextIteration(0), run.previousIteration(0), run.eventOfStep(0)]).to.deep.equal([
      0, 0, 0, 0,
    ]);
    expect(run.lanes.map(({ name }) => name)).to.deep.equal(['callbacks']);
  });
});
