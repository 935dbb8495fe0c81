import { expect } from 'chai';
import { headLine } from '../../../lib/cli/step/head';
import { textOf } from '../../../lib/cli/step/line';
import { Timeline } from '../../../lib/cli/step/timeline';
import { lockers, sleepers } from './programs';
import { viewAfter } from './recorded';

describe('The head of the screen', () => {
  const shown = (timeline: Timeline, keys: string): string =>
    textOf(headLine(timeline, viewAfter(timeline, keys))).trimEnd();
  const sleeping = new Timeline(sleepers());

  it('tells the step, the time, the iteration, and what ran', () => {
    expect(shown(sleeping, 'l*5')).to.equal(' app.ts   step 5 of 9   1s   iteration 4   ▶ one');
  });

  it('calls a timer by what it is for', () => {
    expect(shown(sleeping, 'l*4')).to.equal(' app.ts   step 4 of 9   1s   iteration 3   ▶ sleep of one');
  });

  it('tells before the first step that nothing has run', () => {
    expect(shown(sleeping, '')).to.equal(' app.ts   step 0 of 9   0s   iteration 0   nothing has run yet');
  });

  it('keeps everything in its place as numbers grow', () => {
    const timeline = new Timeline(lockers());
    const [early, late] = [shown(timeline, 'l*3'), shown(timeline, 'l*12')];
    expect([early.indexOf('▶'), early.indexOf('iteration')]).to.deep.equal([
      late.indexOf('▶'),
      late.indexOf('iteration'),
    ]);
  });

  it('tells that the run is being played', () => {
    expect(shown(sleeping, 'l space')).to.equal(' app.ts   step 1 of 9   0s   iteration 1   ▶ main   playing');
  });
});
