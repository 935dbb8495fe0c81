import { expect } from 'chai';
import { tasksPanel } from '../../../lib/cli/step/tasks-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { lockers, sleepers, unlucky } from './programs';
import { contentText } from './recorded';

describe('The panel of the tasks', () => {
  const shown = (timeline: Timeline, step: number): string[] => {
    const moment = timeline.at(step);
    return contentText(tasksPanel(moment, timeline.extent, moment.runner));
  };

  it('has them in the order of their making, with how each is; those that this step made are marked', () => {
    expect(shown(new Timeline(sleepers()), 1)).to.deep.equal([
      'tasks 3',
      '▶ main  waits  two',
      '+ one   ready',
      '+ two   ready',
    ]);
  });

  it('tells what each waits for: a task, a sleep, its turn at a lock, a gather', () => {
    expect(shown(new Timeline(lockers()), 3)).to.deep.equal([
      'tasks 3',
      '  main  waits  gather',
      '  ann   waits  sleep until 1s',
      '▶ bob   waits  Lock 1',
    ]);
  });

  it('tells how each has ended, and marks the one that it woke', () => {
    expect(shown(new Timeline(sleepers()), 7)).to.deep.equal([
      'tasks 3',
      '• main  ready',
      '  one   done   1',
      '▶ two   done   2',
    ]);
  });

  it('tells which failed, which was cancelled, and which will never go on', () => {
    expect(shown(new Timeline(unlucky()), 8)).to.deep.equal([
      'tasks 3',
      '  main     stuck  Event 1',
      '  failing  raised ValueError: no good',
      '▶ patient  cancelled',
    ]);
  });

  it('has the task in sight that is shown', () => {
    const timeline = new Timeline(lockers());
    const moment = timeline.at(3);
    expect(tasksPanel(moment, timeline.extent, moment.runner).at).to.equal(2);
  });
});
