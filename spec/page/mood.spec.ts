import { expect } from 'chai';
import { type Mood, moodOf, moodText, SIGNS } from '../../lib/page/mood';
import { Deadlocks } from '../../lib/trace/state/deadlocks';
import { Replay } from '../../lib/trace/state/replay';
import type { TaskState } from '../../lib/trace/state/task-state';
import type { Trace } from '../../lib/trace/trace-event';
import { type Happening, handTrace } from './hand-trace';

const WAITING: Happening[] = [
  { type: 'task', task: 1, name: 'cook', coroutine: 'cook' },
  { type: 'resume', task: 1 },
  { type: 'suspend', task: 1, future: 2, label: 'Lock' },
];

function cookIn(trace: Trace): TaskState {
  return new Replay(trace).state.tasks.get(1) as TaskState;
}

function moodAfter(...happenings: readonly Happening[]): Mood {
  return moodOf(cookIn(handTrace(happenings)), false);
}

describe('The mood of a task', () => {
  it('is what it is doing, or how it ended', () => {
    const [made, resumed, suspended] = WAITING as [Happening, Happening, Happening];
    const end: Happening = { type: 'done', future: 1, outcome: 'cancelled' };
    expect([moodAfter(made), moodAfter(made, resumed), moodAfter(made, resumed, suspended)]).to.deep.equal([
      'ready',
      'running',
      'waiting',
    ]);
    expect([moodAfter(made, end), moodOf(undefined, false)]).to.deep.equal(['cancelled', 'unborn']);
  });

  it('has a sign of its own, so that no colour is needed', () => {
    expect(new Set(Object.values(SIGNS)).size).to.equal(Object.keys(SIGNS).length);
  });

  it('is said in words', () => {
    expect([
      moodText('waiting', 'Lock 1'),
      moodText('waiting', 'sleep until 2s'),
      moodText('dead', 'Lock 1'),
    ]).to.deep.equal(['waits for Lock 1', 'sleeps until 2s', 'waits for ever: Lock 1']);
    expect([moodText('result', '', '42'), moodText('result'), moodText('exception', '', 'Error: no')]).to.deep.equal([
      'is done: 42',
      'is done',
      'failed: Error: no',
    ]);
  });
});

describe('Deadlocks', () => {
  const trace = handTrace([
    ...WAITING,
    { type: 'deadlock', tasks: [1], text: '' },
    { type: 'wake', task: 1, future: 2 },
  ]);
  const [dying, waking] = [4, 5];
  const stateAt = (n: number): TaskState => cookIn({ ...trace, events: trace.events.slice(0, n) });

  it('have killed a task from the event on that says so', () => {
    const deadlocks = new Deadlocks(trace);
    expect(deadlocks.hasKilled(stateAt(dying), dying)).to.equal(true);
    expect(deadlocks.hasKilled(stateAt(dying - 1), dying - 1)).to.equal(false);
  });

  it('have not killed a task of which something is told later', () => {
    expect(new Deadlocks(trace).hasKilled(stateAt(waking), waking)).to.equal(false);
  });
});
