import { expect } from 'chai';
import { nextTaskState, type TaskState, taskOf } from '../../../lib/trace/state/task-state';
import type { TraceEvent } from '../../../lib/trace/trace-event';

type Happening = Partial<TraceEvent> & { readonly type: TraceEvent['type'] };

/** The state of task 1 after it was made, and then this happened. */
function stateAfter(...happenings: readonly Happening[]): TaskState {
  const made: Happening = { type: 'task', task: 1, name: 'main', coroutine: 'hello' };
  const events = [made, ...happenings].map(
    (each, i) => ({ task: 1, n: i + 1, time: 0, cause: 0, ...each }) as TraceEvent,
  );
  const state = events.reduce<TaskState | undefined>((each, event) => nextTaskState(each, event), undefined);
  return state as TaskState;
}

const RESUME: Happening = { type: 'resume' };
const SUSPEND: Happening = { type: 'suspend', future: 2, label: 'Lock', primitive: 3 };

describe('The state of a greenlet', () => {
  const made = { type: 'task', task: 1, name: 'ping', coroutine: 'ping', kind: 'greenlet' } as const;

  it('is waiting, for a switch, until it goes on, and whenever it is suspended', () => {
    const states = [[], [RESUME], [RESUME, { type: 'suspend' } as const]].map((then) => stateAfter(made, ...then));
    expect(states.map(({ kind, status, awaits }) => [kind, status, awaits])).to.deep.equal([
      ['greenlet', 'waiting', undefined],
      ['greenlet', 'running', undefined],
      ['greenlet', 'waiting', undefined],
    ]);
  });

  it('is about to begin where it was spawned: the hub will see to that', () => {
    expect(stateAfter({ ...made, kind: 'gevent' }).status).to.equal('scheduled');
  });
});

describe('The state of a task', () => {
  it('begins with its name, that of its coroutine, and its first step to come', () => {
    const { name, coroutine, status, steps, awaits, chain, event } = stateAfter();
    expect({ name, coroutine, status, steps, awaits, chain, event }).to.deep.equal({
      name: 'main',
      coroutine: 'hello',
      status: 'scheduled',
      steps: 0,
      awaits: undefined,
      chain: [],
      event: 1,
    });
  });

  it('is running while it takes a step', () => {
    const { status, steps } = stateAfter(RESUME);
    expect({ status, steps }).to.deep.equal({ status: 'running', steps: 1 });
  });

  it('is waiting once it is suspended: for what, and where', () => {
    const chain = [{ name: 'hello', file: 'hello.ts', line: 3, column: 5 }];
    const { status, awaits, awaitsLabel, primitive, ...rest } = stateAfter(RESUME, { ...SUSPEND, chain } as Happening);
    expect({ status, awaits, awaitsLabel, primitive, chain: rest.chain }).to.deep.equal({
      status: 'waiting',
      awaits: 2,
      awaitsLabel: 'Lock',
      primitive: 3,
      chain,
    });
  });

  it('is scheduled once it was woken, and still knows by what', () => {
    const { status, awaits } = stateAfter(RESUME, SUSPEND, { type: 'wake', future: 2 });
    expect({ status, awaits }).to.deep.equal({ status: 'scheduled', awaits: 2 });
  });

  it('is scheduled when it only gives way to others', () => {
    expect(stateAfter(RESUME, { type: 'suspend' }).status).to.equal('scheduled');
  });

  it('waits for nothing any more in its next step', () => {
    const { awaits, awaitsLabel, primitive } = stateAfter(RESUME, SUSPEND, { type: 'wake', future: 2 }, RESUME);
    expect({ awaits, awaitsLabel, primitive }).to.deep.equal({
      awaits: undefined,
      awaitsLabel: undefined,
      primitive: undefined,
    });
  });

  it('is done, and how', () => {
    const { status, outcome, result } = stateAfter(RESUME, { type: 'done', future: 1, outcome: 'result', text: '42' });
    expect({ status, outcome, result }).to.deep.equal({ status: 'done', outcome: 'result', result: '42' });
  });

  it('counts how often it was asked to end', () => {
    expect(stateAfter({ type: 'cancel' }, { type: 'cancel' }).cancels).to.equal(2);
  });

  it('has the name that it was given last', () => {
    expect(stateAfter({ type: 'rename', name: 'worker' }).name).to.equal('worker');
  });

  it('names the last event that was about it', () => {
    expect(stateAfter(RESUME, SUSPEND).event).to.equal(3);
  });

  it('is never changed: an event makes a new one', () => {
    const before = stateAfter();
    nextTaskState(before, { n: 2, time: 0, cause: 0, type: 'resume', task: 1 });
    expect(before.status).to.equal('scheduled');
  });

  it('is not known of a future that is none', () => {
    const done: TraceEvent = { n: 1, time: 0, cause: 0, type: 'done', future: 5, outcome: 'cancelled' };
    expect([taskOf(done), nextTaskState(undefined, done)]).to.deep.equal([5, undefined]);
  });
});

describe('An event', () => {
  it('is about no task if it is about a handle, or the loop', () => {
    const events: TraceEvent[] = [
      { n: 1, time: 0, cause: 0, type: 'iteration', count: 1 },
      { n: 2, time: 0, cause: 0, type: 'schedule', handle: 1, label: 'step of main', task: 1 },
      { n: 3, time: 0, cause: 2, type: 'run', handle: 1 },
    ];
    expect(events.map(taskOf)).to.deep.equal([undefined, undefined, undefined]);
  });
});
