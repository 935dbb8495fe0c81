import { expect } from 'chai';
import { visible, visibleLines } from '../../../lib/cli/step/visible-text';

describe('Text of a program, made visible', () => {
  it('is as it was, if all of it can be seen', () => {
    expect(visible('naïve 日本 👨‍👩‍👧 e\u0301')).to.equal('naïve 日本 👨‍👩‍👧 e\u0301');
  });

  it('shows a control character by its picture', () => {
    expect(visible('\x1b[2J\x07\r\n\x00\x7f')).to.equal('␛[2J␇␍␊␀␡');
  });

  it('shows the control characters beyond ASCII, which some terminals obey, as unknown', () => {
    expect(visible('a\x9b2Jb')).to.equal('a�2Jb');
  });

  it('shows as unknown what would turn the direction of writing, or takes no room', () => {
    expect(visible('\u202eabc\u202c \u200b \u2028')).to.equal('�abc� � �');
  });

  it('shows half a character as unknown', () => {
    expect(visible('\ud83d!')).to.equal('�!');
  });

  it('gives an accent that has no letter something to stand on', () => {
    expect(visible('\u0301x')).to.equal('◌\u0301x');
  });

  it('is cut where it is longer than anybody reads', () => {
    expect(visible('x'.repeat(5000))).to.equal(`${'x'.repeat(3999)}…`);
  });
});

describe('The lines of a text', () => {
  it('end at line ends of both kinds', () => {
    expect(visibleLines('a\nb\r\nc')).to.deep.equal(['a', 'b', 'c']);
  });

  it('have spaces for tabs, up to the next multiple of eight columns', () => {
    expect(visibleLines('a\tb\t\tc')).to.deep.equal(['a       b               c']);
  });

  it('count wide characters as two columns before a tab', () => {
    expect(visibleLines('日本\tx', 8)).to.deep.equal(['日本    x']);
  });

  it('may have narrower tabs', () => {
    expect(visibleLines('\tif', 2)).to.deep.equal(['  if']);
  });
});
