import { expect } from 'chai';
import { clustersOf, cutText, endOfText, fitText, widthOf } from '../../../lib/cli/step/text-width';

describe('The width of a text in a terminal', () => {
  const widths = (...texts: string[]): number[] => texts.map(widthOf);

  it('is a column for each letter, and for each line, arrow and mark of our own', () => {
    expect(widths('hello', 'naïve', '─│▶•…→')).to.deep.equal([5, 5, 6]);
  });

  it('is two columns for what is wide: Chinese, Japanese, Korean, emoji', () => {
    expect(widths('日本', 'カナ', '한국', 'Ａ', '🎉')).to.deep.equal([4, 4, 4, 2, 2]);
  });

  it('is nothing for an accent that is put on a letter', () => {
    expect(widths('e\u0301', 'n\u0303o')).to.deep.equal([1, 2]);
  });

  it('is that of one picture where several emoji make one', () => {
    expect(widths('👨‍👩‍👧‍👦', '👍🏽', '🇫🇷', '❤️', '1️⃣')).to.deep.equal([2, 2, 2, 2, 2]);
  });
});

describe('A text that is made to fit', () => {
  it('is filled up with spaces', () => {
    expect(fitText('日本', 6)).to.equal('日本  ');
  });

  it('may be cut at its beginning', () => {
    expect([endOfText('hello, world', 6), endOfText('日本の', 4), endOfText('日本', 4)]).to.deep.equal([
      '…world',
      '…の',
      '日本',
    ]);
  });

  it('is cut where it is too long, with an ellipsis in the last column', () => {
    expect(fitText('hello, world', 6)).to.equal('hello…');
  });

  it('is not cut through a wide character', () => {
    expect(fitText('日本語の', 6)).to.equal('日本… ');
  });

  it('is not cut between a letter and its accent', () => {
    expect(cutText('re\u0301sume\u0301', 3)).to.equal('re\u0301…');
  });

  it('is empty where there is no room', () => {
    expect(cutText('hello', 0)).to.equal('');
  });
});

describe('The clusters of a text', () => {
  it('are what a reader takes for its characters', () => {
    expect(clustersOf('e\u0301日👍🏽').map(({ text }) => text)).to.deep.equal(['e\u0301', '日', '👍🏽']);
  });
});
