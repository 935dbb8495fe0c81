import { expect } from 'chai';
import { footLine } from '../../../lib/cli/step/foot';
import { textOf } from '../../../lib/cli/step/line';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { View } from '../../../lib/cli/step/view';
import { sleepers } from './programs';
import { viewAfter } from './recorded';

describe('The foot of the screen', () => {
  const timeline = new Timeline(sleepers());
  const shown = (keys: string, view?: Partial<View>): string =>
    textOf(footLine(timeline, viewAfter(timeline, keys, view))).trimEnd();
  const inColumns = (columns: number): Partial<View> => ({ size: { columns, rows: 24 } });

  it('names as many keys as there is room for', () => {
    expect([shown('', inColumns(60)), shown('', inColumns(100))]).to.deep.equal([
      ' ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to',
      ' ←→ step  ↑↓ iteration  ? help  q quit  w why  g go to  / find  Tab panel  Space play',
    ]);
  });

  it('tells how to pause while the run is played', () => {
    expect(shown('space', inColumns(100))).to.contain('Space pause');
  });

  it('asks what is to be typed', () => {
    expect([shown('g'), shown('/')]).to.deep.equal([
      ' go to:    a step up to 9, or a time, as 3.5s',
      ' find:    a name, or a word of the output',
    ]);
  });

  it('shows what is being typed', () => {
    expect(shown('g 1 2')).to.equal(' go to: 12');
  });

  it('shows the end of what is typed where there is no room for all', () => {
    const keys = `/ ${'数 a '.repeat(20)}z`;
    expect(shown(keys, inColumns(20))).to.equal(' find: …a数a数a数az');
  });

  it('shows a message in place of the keys', () => {
    expect(shown('left')).to.equal(' Nothing has run yet: there is no way back.');
  });
});
