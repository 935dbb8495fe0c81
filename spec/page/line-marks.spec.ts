import { expect } from 'chai';
import { lineMarks } from '../../lib/page/line-marks';
import type { Place } from '../../lib/trace/host';
import { Replay } from '../../lib/trace/state/replay';
import { type Happening, handTrace } from './hand-trace';

function place(file: string, line: number): Place {
  return { name: 'work', file, line, column: 1 };
}

/** A task that waits by these calls, outermost first. */
function waiting(task: number, ...chain: readonly Place[]): Happening[] {
  return [
    { type: 'task', task, name: `Task-${task}`, coroutine: 'work' },
    { type: 'resume', task },
    { type: 'suspend', task, future: 99, chain },
  ];
}

function marksIn(file: string, happenings: readonly Happening[], looked?: number): unknown[] {
  const { state } = new Replay(handTrace(happenings));
  return [...lineMarks(state, file, looked)].map(([line, tasks]) => [line, ...tasks.map(({ name }) => name)]);
}

describe('The marks of lines', () => {
  it('name the tasks whose innermost call stands there', () => {
    const happenings = [
      ...waiting(1, place('a.ts', 3)),
      ...waiting(2, place('a.ts', 9), place('a.ts', 3)),
      ...waiting(3, place('a.ts', 5), place('b.ts', 7)),
    ];
    expect(marksIn('a.ts', happenings)).to.deep.equal([[3, 'Task-1', 'Task-2']]);
    expect(marksIn('b.ts', happenings)).to.deep.equal([[7, 'Task-3']]);
  });

  it('name the task that is looked at before the others', () => {
    const happenings = [1, 2, 3].flatMap((task) => waiting(task, place('a.ts', 3)));
    expect(marksIn('a.ts', happenings, 2)).to.deep.equal([[3, 'Task-2', 'Task-1', 'Task-3']]);
  });

  it('leave out those that are done, and those that have not begun', () => {
    const happenings: Happening[] = [
      ...waiting(1, place('a.ts', 3)),
      { type: 'done', future: 1, outcome: 'result' },
      { type: 'task', task: 2, name: 'Task-2', coroutine: 'work', place: place('a.ts', 1) },
    ];
    expect(marksIn('a.ts', happenings)).to.deep.equal([]);
  });
});
