import { expect } from 'chai';
import { cell, columnsOf, fitLine, line, piece, textOf } from '../../../lib/cli/step/line';

describe('A line of the screen', () => {
  it('is made of pieces, each in a style, and of plain strings', () => {
    expect(line('at ', piece('12', 'dim'))).to.deep.equal([
      { text: 'at ', style: 'plain' },
      { text: '12', style: 'dim' },
    ]);
  });

  it('has nothing in it that would command the terminal', () => {
    expect(textOf(line('a\x1b[2J', piece('\x07'), cell('\x1b', 3)))).to.equal('a␛[2J␇␛  ');
  });

  it('is as wide as its pieces together', () => {
    expect(columnsOf(line('日本', piece('go')))).to.equal(6);
  });
});

describe('A cell', () => {
  it('has its width, whatever is in it', () => {
    expect([cell('one', 5), cell('seventeen', 5)].map(({ text }) => text)).to.deep.equal(['one  ', 'seve…']);
  });
});

describe('A line that is made to fit', () => {
  it('is filled up', () => {
    expect(textOf(fitLine(line('ab', 'cd'), 6))).to.equal('abcd  ');
  });

  it('is cut in the piece that is too long, and has nothing after it', () => {
    expect(fitLine(line('ab', piece('cdef', 'dim'), 'gh'), 5)).to.deep.equal([
      { text: 'ab', style: 'plain' },
      { text: 'cd…', style: 'dim' },
    ]);
  });

  it('is cut at the end of a piece that just fits, as more was to follow', () => {
    expect(textOf(fitLine(line('ab', 'cd', 'ef'), 4))).to.equal('abc…');
  });

  it('is filled up where a wide character did not fit', () => {
    expect(textOf(fitLine(line('日本語'), 4))).to.equal('日… ');
  });
});
