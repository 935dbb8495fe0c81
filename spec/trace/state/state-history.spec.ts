import { expect } from 'chai';
import { LoopState } from '../../../lib/trace/state/loop-state';
import { StateHistory } from '../../../lib/trace/state/state-history';
import type { TraceEvent } from '../../../lib/trace/trace-event';

/** More events than lie between two copies; each schedules a handle, and every third runs one. */
function eventsOf(name: string, count = 7_000): TraceEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const base = { n: i + 1, time: i, cause: 0 };
    const handle = Math.floor(i / 3) + 1;
    if (i % 3 === 2) return { ...base, type: 'output', stream: 'out', text: `${name} ${i}` };
    return i % 3 === 1
      ? { ...base, type: 'run', handle }
      : { ...base, type: 'schedule', handle, label: `${name} ${handle}` };
  });
}

/** The state after the first `count` of `events`, from the beginning. */
function folded(events: readonly TraceEvent[], count: number): LoopState {
  const state = new LoopState();
  for (const event of events.slice(0, count)) state.apply(event);
  return state;
}

function summary({ event, step, time, ready, output }: LoopState): unknown {
  return { event, step, time, ready: [...ready.values()], output: output.map(({ text }) => text) };
}

describe('A history of states', () => {
  let history: StateHistory;
  const events = eventsOf('first');

  beforeEach(() => {
    history = new StateHistory();
  });

  it('gives the state after any number of events, in any order', () => {
    for (const count of [0, 1, 7_000, 6_999, 2_000, 1_999, 2_001, 4_000, 3, 6_500, 0]) {
      expect(summary(history.after(count, events))).to.deep.equal(summary(folded(events, count)), String(count));
    }
  });

  it('gives a state that goes on with the next question', () => {
    const state = history.after(1, events);
    history.after(2, events);
    expect(state.event).to.equal(2);
  });

  it('can be told that from some event on others follow', () => {
    const others = [...events.slice(0, 4_500), ...eventsOf('second').slice(4_500)];
    for (const count of [7_000, 4_500]) history.after(count, events);
    history.forgetAfter(4_500);
    for (const count of [4_500, 7_000, 5_000, 100]) {
      expect(summary(history.after(count, others))).to.deep.equal(summary(folded(others, count)), String(count));
    }
  });

  it('can be told that everything was otherwise', () => {
    const others = eventsOf('second');
    history.after(7_000, events);
    history.forgetAfter(0);
    expect(summary(history.after(7_000, others))).to.deep.equal(summary(folded(others, 7_000)));
  });
});
