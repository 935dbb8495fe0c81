import { expect } from 'chai';
import { endsOfSteps } from '../../../lib/trace/state/step-ends';
import type { TraceEvent } from '../../../lib/trace/trace-event';

/** The ends of the steps among events of these types. */
function ends(...types: readonly TraceEvent['type'][]): number[] {
  return endsOfSteps(types.map((type, i) => ({ n: i + 1, time: 0, cause: 0, type }) as TraceEvent));
}

describe('The steps of a run', () => {
  it('are none but step 0 where nothing was run', () => {
    expect(ends('task', 'schedule')).to.deep.equal([2]);
  });

  it('are none but step 0 where nothing happened', () => {
    expect(ends()).to.deep.equal([0]);
  });

  it('begin after what the program did before', () => {
    expect(ends('task', 'schedule', 'iteration', 'run', 'resume')).to.deep.equal([2, 5]);
  });

  it('end where the loop turns to the next handle', () => {
    expect(ends('schedule', 'schedule', 'iteration', 'run', 'schedule', 'run', 'output')).to.deep.equal([2, 5, 7]);
  });

  it('end before time passes, timers are due, and an iteration begins', () => {
    expect(ends('run', 'output', 'advance', 'due', 'due', 'iteration', 'run', 'output')).to.deep.equal([0, 2, 8]);
  });

  it('are not begun by an iteration in which all was cancelled', () => {
    expect(ends('run', 'iteration', 'iteration', 'run', 'iteration')).to.deep.equal([0, 1, 5]);
  });

  it('are switches of greenlets, where no loop is at work', () => {
    const events = ['task', 'switch', 'resume', 'switch', 'resume', 'iteration', 'run', 'switch'].map(
      (type, i) => ({ n: i + 1, time: 0, cause: 0, type, step: i < 5 || undefined }) as TraceEvent,
    );
    expect(endsOfSteps(events)).to.deep.equal([1, 3, 5, 8]);
  });

  it('have in them what is done when they are over: the loop is closed, the program ends', () => {
    expect(ends('iteration', 'run', 'close', 'leftover', 'end')).to.deep.equal([0, 5]);
  });
});
