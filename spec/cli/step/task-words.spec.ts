import { expect } from 'chai';
import { statusOf } from '../../../lib/cli/step/task-words';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { TaskState } from '../../../lib/trace/state/task-state';
import type { Trace } from '../../../lib/trace/trace-event';
import { lockers, sleepers, unlucky } from './programs';
import { taskCalled } from './recorded';

describe('How a task is, in words,', () => {
  const words = (trace: Trace, step: number, name: string): [string, string] => {
    const moment = new Timeline(trace).at(step);
    const { word, detail } = statusOf(moment, taskCalled(name, moment) as TaskState);
    return [word, detail];
  };

  it('is that it will take a step', () => {
    expect(words(sleepers(), 1, 'one')).to.deep.equal(['ready', '']);
  });

  it('is that it waits, and for what', () => {
    expect([words(sleepers(), 3, 'main'), words(sleepers(), 3, 'one'), words(lockers(), 3, 'bob')]).to.deep.equal([
      ['waits', 'two'],
      ['waits', 'sleep until 1s'],
      ['waits', 'Lock 1'],
    ]);
  });

  it('is that it waits for what will never come', () => {
    expect(words(unlucky(), 8, 'main')).to.deep.equal(['stuck', 'Event 1']);
  });

  it('is how it ended', () => {
    expect([words(sleepers(), 9, 'one'), words(unlucky(), 8, 'failing'), words(unlucky(), 8, 'patient')]).to.deep.equal(
      [
        ['done', '1'],
        ['raised', 'ValueError: no good'],
        ['cancelled', ''],
      ],
    );
  });
});
