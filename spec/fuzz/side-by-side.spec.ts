import { expect } from 'chai';
import { sideBySide } from '../../fuzz/side-by-side';

/** The traces under the titles `left` and `right`, line by line. */
function shown(left: string[], right: string[]): string[] {
  return sideBySide(['left', 'right'], left, right).split('\n');
}

describe('Two traces side by side', () => {
  it('stand in two columns, under their titles', () => {
    expect(shown(['a', 'bcdefg'], ['a', 'bcdefg'])).to.deep.equal([
      '   left    right', //
      '   a       a',
      '   bcdefg  bcdefg',
    ]);
  });

  it('have an arrow at the first line that differs, and a mark at the others', () => {
    expect(shown(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'y'])).to.deep.equal([
      '   left  right',
      '   a     a',
      '=> b     x',
      '   c     c',
      ' | d     y',
    ]);
  });

  it('may be of different lengths', () => {
    expect(shown(['a', 'b'], ['a'])).to.deep.equal(['   left  right', '   a     a', '=> b']);
    expect(shown(['a'], ['a', 'b'])).to.deep.equal(['   left  right', '   a     a', '=>       b']);
  });

  it('are cut to their column', () => {
    const [, row] = shown(['x'.repeat(200)], ['y'.repeat(200)]);
    expect(row).to.equal(`=> ${'x'.repeat(73)}...  ${'y'.repeat(73)}...`);
  });
});
