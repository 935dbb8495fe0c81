import { expect } from 'chai';
import { Timeline } from '../../../lib/cli/step/timeline';
import { whySheet } from '../../../lib/cli/step/why-sheet';
import { sleepers } from './programs';
import { contentText, taskCalled } from './recorded';

describe('The sheet that tells why', () => {
  const timeline = new Timeline(sleepers());

  it('has the chain of causes, nearest first, each with its step', () => {
    const moment = timeline.at(5);
    const asked = moment.events.find(({ type }) => type === 'resume')?.n ?? 0;
    expect(contentText(whySheet(timeline, moment, asked))).to.deep.equal([
      'why?',
      '  step 5  one went on at 1s, in hello (app.ts:5)',
      '  step 4  The sleep of one was over at 1s',
      '  step 2  one went to sleep at 0s, until 1s, in hello (app.ts:5)',
      '  step 1  main made one at 0s',
      '  step 0  The program made main at 0s',
    ]);
  });

  it('tells of a task that waits what it waits for, at the moment that is shown', () => {
    const moment = timeline.at(4);
    const asked = taskCalled('main', moment)?.event ?? 0;
    expect(contentText(whySheet(timeline, moment, asked))).to.deep.equal([
      'why?',
      '  step 1  main began to wait at 0s, for two, in main (app.ts:12)',
      '  step 3  two began to wait at 0s, for its sleep, until 2s, in hello (app.ts:5)',
    ]);
  });
});
