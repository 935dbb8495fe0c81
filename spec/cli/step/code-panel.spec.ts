import { expect } from 'chai';
import { codePanel } from '../../../lib/cli/step/code-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { TaskState } from '../../../lib/trace/state/task-state';
import { lockers, sleepers } from './programs';
import { contentText, taskCalled } from './recorded';

describe('The code panel', () => {
  const sleeping = new Timeline(sleepers());
  const locking = new Timeline(lockers());

  const shown = (timeline: Timeline, step: number, width = 44, name?: string): string[] => {
    const moment = timeline.at(step);
    const subject = name === undefined ? moment.runner : (taskCalled(name, moment) as TaskState);
    return contentText(codePanel(moment, subject, width));
  };
  const marked = (rows: string[]): string[] => rows.slice(1).filter((row) => !row.startsWith(' '));

  it('marks the line to which the task has come, and names those that wait in a line', () => {
    expect(shown(locking, 3).slice(0, 6)).to.deep.equal([
      'app.ts:2 · bob',
      '   1 function* deposit(amount: number) {',
      '▶  2   yield* asyncWith(lock, functio… ◂ bob',
      '   3     const before = balance;',
      '   4     yield* sleep(1);              ◂ ann',
      '   5     balance = before + amount;',
    ]);
  });

  it('marks the line from which it has come, too', () => {
    expect(marked(shown(locking, 6))).to.deep.equal([
      '▷  2   yield* asyncWith(lock, function* () {',
      '▶  4     yield* sleep(1);              ◂ bob',
    ]);
  });

  it('marks only the line from which it has come, where it has ended', () => {
    expect(marked(shown(sleeping, 7))).to.deep.equal(['▷  5   yield* sleep(n);']);
  });

  it('stays where it was while a callback runs, and marks no line', () => {
    const rows = shown(sleeping, 4);
    expect([rows[0], marked(rows)]).to.deep.equal(['app.ts:5 · two', []]);
  });

  it('shows the line of a task that was chosen', () => {
    expect(shown(locking, 3, 44, 'ann')[0]).to.equal('app.ts:4 · ann');
  });

  it('has that line in sight', () => {
    const moment = locking.at(3);
    expect(codePanel(moment, taskCalled('main', moment), 44).at).to.equal(11);
  });

  it('shows the program where no task has a line', () => {
    expect(shown(sleeping, 0)[0]).to.equal('app.ts');
  });

  it('names one of several tasks that wait in a line, and how many there are besides, where there is no room', () => {
    expect(shown(sleeping, 3, 30)[5]).to.equal('▶  5   yield* sleep(… ◂ two +1');
  });

  it('says so where the trace has not the text', () => {
    const { header, events } = sleepers();
    const without = new Timeline({ header: { ...header, sources: {} }, events });
    expect(shown(without, 3)).to.deep.equal(['app.ts:5 · two', '  This text is not in the trace.']);
  });

  it('is asked why of the task that is there, or that waits in the line', () => {
    const moment = locking.at(3);
    const { rowAt } = codePanel(moment, moment.runner, 44);
    expect([rowAt(1).event, rowAt(3).event, rowAt(2).event]).to.deep.equal([
      taskCalled('bob', moment)?.event,
      taskCalled('ann', moment)?.event,
      undefined,
    ]);
  });
});
