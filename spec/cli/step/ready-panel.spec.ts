import { expect } from 'chai';
import { readyPanel } from '../../../lib/cli/step/ready-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { lockers, sleepers } from './programs';
import { contentText } from './recorded';

describe('The panel of the ready queue', () => {
  const shown = (timeline: Timeline, step: number): string[] => contentText(readyPanel(timeline.at(step)));

  it('has what has run, and below it what will, in that order; what is new is marked', () => {
    expect(shown(new Timeline(lockers()), 5)).to.deep.equal([
      'ready 2',
      '▶ ann  deposit',
      '+ bob  deposit',
      '+ childDone()',
    ]);
  });

  it('calls a timer by what it is for', () => {
    expect(shown(new Timeline(sleepers()), 4)).to.deep.equal(['ready 1', '▶ sleep of one', '+ one  hello']);
  });

  it('says before the first step that nothing has run', () => {
    expect(shown(new Timeline(sleepers()), 0)).to.deep.equal(['ready 1', '  nothing has run yet', '+ main']);
  });
});
