import { expect } from 'chai';
import { addStats, countTrace, type Stats, showStats } from '../../fuzz/stats';

const TRACE = [
  '1@0 t1 starts',
  '1@0 t1 acquire lock0 -> True',
  '2@0.5 t1 await f0 ! ValueError(v) c0',
  '2@0.5 timer cancel t9 absent',
  '2@0.5 t1 await t1 refused',
  '3@1 t1 timeout3 ! TimeoutError() <Timeout [expired]> c0',
  '4@1 callback0 done f0 ! ValueError(v)',
  '4@1 callback0 done f1 cancelled',
  '4@1 loop reports Exception in callback ValueError(v)',
  '4@1 deadlock',
  't1 -> None c0',
];

/** The counts of `traces`. */
function counted(...traces: string[][]): Stats {
  const stats: Stats = {};
  for (const trace of traces) countTrace(stats, trace);
  return stats;
}

describe('The statistics of the fuzz', () => {
  it('count the operations of a trace, and how each came out', () => {
    expect(counted(TRACE)).to.deep.equal({
      starts: { done: 1 },
      acquire: { '->': 1 },
      await: { ValueError: 1, refused: 1 },
      cancel: { absent: 1 },
      timeout: { TimeoutError: 1 },
      done: { ValueError: 1, cancelled: 1 },
      reports: { done: 1 },
      deadlock: { done: 1 },
    });
  });

  it('add up', () => {
    const stats = counted(TRACE);
    addStats(stats, counted(TRACE, TRACE));
    expect(stats).to.deep.equal(counted(TRACE, TRACE, TRACE));
  });

  it('show what happens most first', () => {
    const text = showStats({ get: { '->': 1 }, put: { QueueFull: 2, '->': 30 } });
    expect(text.split('\n')).to.deep.equal(['       32 put: ok 30, QueueFull 2', '        1 get: ok 1']);
  });
});
