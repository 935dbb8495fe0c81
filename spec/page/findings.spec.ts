import { expect } from 'chai';
import { findingsOf } from '../../lib/page/findings';
import type { EndEvent } from '../../lib/trace/event/program-events';
import { Replay } from '../../lib/trace/state/replay';
import { handTrace, step } from './hand-trace';

describe('findingsOf', () => {
  it('gives deadlocks, what was left behind, and the end, each with its step', () => {
    const trace = handTrace([
      ...step(1, 0, { type: 'deadlock', tasks: [1], text: 'Task-1 waits for itself' }),
      ...step(2, 0, { type: 'leftover', text: 'Task was destroyed but it is pending!' }),
      { type: 'end', outcome: 'error', text: 'Error: no' },
    ]);
    expect(findingsOf(new Replay(trace))).to.deep.equal([
      { kind: 'deadlock', title: 'deadlock', text: 'Task-1 waits for itself', event: 3, step: 1 },
      { kind: 'leftover', title: 'left behind', text: 'Task was destroyed but it is pending!', event: 6, step: 2 },
      { kind: 'failure', title: 'error', text: 'Error: no', event: 7, step: 2 },
    ]);
  });

  it('tells an end by itself from others', () => {
    const kindOf = (outcome: EndEvent['outcome']): string[] =>
      findingsOf(new Replay(handTrace([{ type: 'end', outcome }]))).flatMap(({ kind, title }) => [kind, title]);
    expect([kindOf('end'), kindOf('exit'), kindOf('limit')]).to.deep.equal([
      ['end', 'the end'],
      ['failure', 'exit'],
      ['failure', 'step limit'],
    ]);
  });
});
