import { expect } from 'chai';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { randomRuns } from '../random-programs';

/** What is wrong with a run: a task that was reported to be dead took a step, and none of them was cancelled. */
function wronglyReported(events: readonly TraceEvent[]): number[] {
  const dead = new Set<number>();
  const wrong: number[] = [];
  for (const event of events) {
    if (event.type === 'deadlock') for (const task of event.tasks) dead.add(task);
    if (event.type !== 'resume' || !dead.has(event.task)) continue;
    if (event.cancelled) dead.clear();
    else wrong.push(event.task);
  }
  return wrong;
}

/** Whether every lock, and every permit, is released by who acquired it: others must not be relied on. */
function isOrderly(events: readonly TraceEvent[]): boolean {
  const holds = new Set<string>();
  for (const event of events) {
    if (event.type !== 'acquire' && event.type !== 'release') continue;
    const hold = `${event.primitive} of ${event.task}`;
    if (event.type === 'acquire') holds.add(hold);
    else if (!holds.has(hold)) return false;
  }
  return true;
}

describe('In random programs whose locks are released by those who acquired them', () => {
  it('tasks are reported dead, and none of them goes on, unless one was cancelled', () => {
    const runs = randomRuns().filter(({ events }) => isOrderly(events));
    expect(runs.flatMap(({ events }) => wronglyReported(events))).to.deep.equal([]);
    const reports = runs.flatMap(({ events }) => events.filter(({ type }) => type === 'deadlock'));
    expect([runs.length > 30, reports.length > 0]).to.deep.equal([true, true]);
  });
});
