import { expect } from 'chai';
import { line, piece, textOf } from '../../../lib/cli/step/line';
import { wrapLine } from '../../../lib/cli/step/wrap-line';

describe('A line that is too long', () => {
  const wrapped = (text: string, width: number): string[] => wrapLine(line(text), width).map(textOf);

  it('is broken between words, and goes on two columns further in', () => {
    expect(wrapped('Task-3 waits for the lock', 12)).to.deep.equal(['Task-3 ', '  waits for ', '  the lock']);
  });

  it('keeps its indentation', () => {
    expect(wrapped('    at hello and so on', 14)).to.deep.equal(['    at hello ', '      and so ', '      on']);
  });

  it('is broken anywhere in a word that is longer than a line', () => {
    expect(wrapped('abcdefghij', 4)).to.deep.equal(['abcd', '  ef', '  gh', '  ij']);
  });

  it('is not broken through a wide character', () => {
    expect(wrapped('日本語', 5)).to.deep.equal(['日本', '  語']);
  });

  it('keeps the style of each part', () => {
    expect(wrapLine(line('ab ', piece('cd ef', 'alarm')), 6)).to.deep.equal([
      [
        { text: 'ab ', style: 'plain' },
        { text: 'cd ', style: 'alarm' },
      ],
      [
        { text: '  ', style: 'plain' },
        { text: 'ef', style: 'alarm' },
      ],
    ]);
  });

  it('stays one line, even an empty one, where it fits', () => {
    expect([wrapped('short', 5), wrapped('', 5)]).to.deep.equal([['short'], ['']]);
  });
});
