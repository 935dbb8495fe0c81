import { expect } from 'chai';
import { highlight } from '../../lib/page/highlight';

/** Each line with what is singled out in brackets. */
function shown(text: string): string[] {
  return highlight(text).map((line) =>
    line.map(({ kind, text: piece }) => (kind === undefined ? piece : `[${kind} ${piece}]`)).join(''),
  );
}

describe('Highlighting', () => {
  it('tells keywords, numbers, strings and comments from the rest', () => {
    expect(shown('const n = 1.5e3; // "no string"')).to.deep.equal([
      '[keyword const] n = [number 1.5e3]; [comment // "no string"]',
    ]);
    expect(shown(`say('it\\'s', "// no")`)).to.deep.equal([`say([string 'it\\'s'], [string "// no"])`]);
  });

  it('goes on with comments and templates over the ends of lines', () => {
    expect(shown('/* one\ntwo */ x')).to.deep.equal(['[comment /* one]', '[comment two */] x']);
    expect(shown('`a\nb`;')).to.deep.equal(['[string `a]', '[string b`];']);
  });

  it('singles out no part of a name, and no property', () => {
    expect(shown('format.for = x1 + $new')).to.deep.equal(['format.for = x1 + $new']);
  });

  it('loses nothing, whatever the text', () => {
    for (const text of ['', '\n\n', "'open", '/* open', '`$x', '\\ # @ é 漢 \t', 'a\r\nb']) {
      const lines = highlight(text).map((line) => line.map((token) => token.text).join(''));
      expect(lines.join('\n'), JSON.stringify(text)).to.equal(text);
    }
  });
});
