import { expect } from 'chai';
import { outputPanel } from '../../../lib/cli/step/output-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { sleepers, unlucky } from './programs';
import { contentText } from './recorded';

describe('The panel of the output', () => {
  const shown = (timeline: Timeline, step: number): string[] =>
    contentText(outputPanel(timeline.at(step), timeline.transcript));

  it('has what was written so far; what this step wrote is marked', () => {
    const timeline = new Timeline(sleepers());
    expect(shown(timeline, 2)).to.deep.equal(['output 1', '+ hello 1']);
    expect(shown(timeline, 3)).to.deep.equal(['output 2', '  hello 1', '+ hello 2']);
  });

  it('has the last line in sight', () => {
    const timeline = new Timeline(sleepers());
    expect(outputPanel(timeline.at(9), timeline.transcript).at).to.equal(3);
  });

  it('marks what went to the stream of errors, and shows control characters as pictures', () => {
    expect(shown(new Timeline(unlucky()), 6)).to.deep.equal(['output 1', '! no      good ␛[2J']);
  });
});
