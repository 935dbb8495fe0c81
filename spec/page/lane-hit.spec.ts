import { expect } from 'chai';
import { Axis, middleOf, rightOf } from '../../lib/page/axis';
import { hitText } from '../../lib/page/hit-text';
import { laneHitAt } from '../../lib/page/lane-hit';
import { RecordedRun } from '../../lib/page/recorded-run';
import { Viewport } from '../../lib/page/viewport';
import { type Happening, handTrace, step } from './hand-trace';

const HAPPENINGS: Happening[] = [
  { type: 'task', task: 1, name: 'cook', coroutine: 'cook' },
  { type: 'primitive', primitive: 1, kind: 'Lock', text: '<Lock>' },
  ...step(1, 0, { type: 'resume', task: 1 }, { type: 'suspend', task: 1, future: 2, label: 'Lock', primitive: 1 }),
  { type: 'schedule', handle: 2, label: 'beat()', time: 1 },
  { type: 'advance', from: 1, time: 2 },
  { type: 'run', handle: 2 },
  { type: 'wake', task: 1, future: 2 },
  { type: 'schedule', handle: 3, label: 'step', task: 1 },
  { type: 'run', handle: 3 },
  { type: 'resume', task: 1 },
  { type: 'done', future: 1, outcome: 'result', text: "'soup'" },
];

describe('What lies at a point of the lanes', () => {
  const run = new RecordedRun(handTrace(HAPPENINGS));
  const viewport = new Viewport(new Axis(run.steps, 'steps'), run.lanes.length);
  Object.assign(viewport, { width: 600, height: 300, namesWidth: 100, zoom: 40 });
  const textAt = (lane: number, x: number): string | undefined => {
    const hit = laneHitAt(viewport, run.lanes, x, viewport.y(lane));
    return hit === undefined ? undefined : `${hit.event}: ${hitText(hit, run)}`;
  };

  it('is a step of a task', () => {
    expect(textAt(1, viewport.x(middleOf(1)))).to.equal('5: step 1: cook');
  });

  it('is a callback', () => {
    expect(textAt(0, viewport.x(middleOf(2)))).to.equal('9: step 2: callback beat()');
  });

  it('is what a task waits for, and how long', () => {
    const text = '6: cook waits for Lock 1, from 1s (step 1) to 2s (step 2)';
    expect(textAt(1, viewport.x(rightOf(1)) + 10)).to.equal(text);
  });

  it('is the end of a task', () => {
    expect(textAt(1, viewport.x(rightOf(3)) + 8)).to.equal("14: cook ended at 2s, with the result 'soup'");
  });

  it('is nothing before a task was made, after it has ended, and where its name is', () => {
    expect([viewport.x(0), viewport.x(rightOf(3)) + 70, 50].map((x) => textAt(1, x))).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
