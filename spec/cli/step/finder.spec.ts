import { expect } from 'chai';
import { findEvent } from '../../../lib/cli/step/finder';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { Trace } from '../../../lib/trace/trace-event';
import { lockers, sleepers, unlucky } from './programs';

describe('Finding a word', () => {
  /** The steps in which it is found one after another, from a step on until it is found there again. */
  const stepsWith = (trace: Trace, word: string, from = 0, direction: 1 | -1 = 1): number[] => {
    const timeline = new Timeline(trace);
    const steps: number[] = [];
    for (let step = from; ; ) {
      const event = findEvent(word, timeline.at(step), direction);
      if (event === undefined) return steps;
      step = timeline.stepOf(event);
      if (steps.includes(step)) return steps;
      steps.push(step);
    }
  };

  it('finds what was written', () => {
    expect(stepsWith(sleepers(), 'goodbye')).to.deep.equal([5, 7]);
  });

  it('finds a task by its name: where it was made, went on, or was waited for', () => {
    expect(stepsWith(sleepers(), 'two')).to.deep.equal([1, 3, 7]);
  });

  it('finds what was acquired, waited for, released', () => {
    expect(stepsWith(lockers(), 'lock')).to.deep.equal([2, 3, 5, 6, 9]);
  });

  it('finds what was thrown, and the message of a request to end', () => {
    expect([stepsWith(unlucky(), 'ValueError'), stepsWith(unlucky(), 'too late')]).to.deep.equal([[5], [7, 8]]);
  });

  it('makes no difference between capitals and small letters', () => {
    expect(stepsWith(sleepers(), 'GOODbye')).to.deep.equal([5, 7]);
  });

  it('goes on at the other end, when there is no more', () => {
    expect(stepsWith(sleepers(), 'goodbye', 6)).to.deep.equal([7, 5]);
  });

  it('goes back as well', () => {
    expect(stepsWith(sleepers(), 'goodbye', 6, -1)).to.deep.equal([5, 7]);
  });

  it('finds nothing where there is nothing', () => {
    expect(stepsWith(sleepers(), 'xyzzy')).to.deep.equal([]);
  });
});
