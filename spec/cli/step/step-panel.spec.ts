import { expect } from 'chai';
import { stepPanel } from '../../../lib/cli/step/step-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { sleepers, unlucky } from './programs';
import { contentText } from './recorded';

describe('The panel of a step', () => {
  it('has what ran, and all that came of it', () => {
    expect(contentText(stepPanel(new Timeline(sleepers()).at(7)))).to.deep.equal([
      'this step',
      '▶ two went on',
      '  wrote: goodbye 2',
      '  is done: 2',
      '  woke main',
    ]);
  });

  it('has what was done before the first step', () => {
    expect(contentText(stepPanel(new Timeline(sleepers()).at(0)))).to.deep.equal([
      'before the first step',
      '  made main',
    ]);
  });

  it('has in sight what is wrong, in lines', () => {
    const content = stepPanel(new Timeline(unlucky()).at(8));
    expect([content.at, contentText(content).slice(3, 5)]).to.deep.equal([
      2,
      [
        '! nothing is ready and nothing is scheduled, but 1 task is not done:',
        '    main waits for <asyncio.locks.Event object [unset, waiters:1]> in unluckyMain (app.ts)',
      ],
    ]);
  });
});
