import { expect } from 'chai';
import { RecordedRun } from '../../lib/page/recorded-run';
import { lifeAround } from '../../lib/page/task-life';
import type { Trace } from '../../lib/trace/trace-event';
import { bigTrace } from './big-trace';
import { smallTrace } from './small-trace';

function lifeOf(name: string, trace: Trace, step: number): string[] {
  const run = new RecordedRun(trace);
  const lane = run.lanes.find((each) => each.name === name) as (typeof run.lanes)[number];
  return lifeAround(lane, step, run).map((part) => `${part.step}: ${part.text}`);
}

describe('The life of a task, in words', () => {
  it('tells what its lane shows', () => {
    expect(lifeOf('second', smallTrace(), 6)).to.deep.equal([
      '1: second is ready, from 0s (step 1) to 0s (step 3)',
      '3: step 3: second',
      '3: second waits for Lock 1, from 0s (step 3) to 1s (step 5)',
      '5: second is ready, from 1s (step 5) to 1s (step 6)',
      '6: step 6: second',
      '6: second sleeps until 2s, from 1s (step 6) to 2s (step 8)',
      '8: second is ready, from 2s (step 8) to 2s (step 9)',
      '9: step 9: second',
    ]);
  });

  it('tells of a long life what is near the step', () => {
    const life = lifeOf('worker-1', bigTrace(1, 100), 100);
    expect(life.length).to.equal(24);
    expect(life[11]).to.match(/^100: /);
  });
});
