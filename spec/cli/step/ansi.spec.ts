import { expect } from 'chai';
import { encode } from '../../../lib/cli/step/ansi';
import { line, piece } from '../../../lib/cli/step/line';

describe('A line, as a terminal takes it', () => {
  const shown = line('at ', piece('12', 'dim'), ' ', piece('wrong', 'alarm'));

  it('has colours, and weights', () => {
    expect(encode(shown, 'colour')).to.equal('at \x1b[2m12\x1b[m \x1b[1;31mwrong\x1b[m');
  });

  it('has weights only, without colour', () => {
    expect(encode(shown, 'weight')).to.equal('at \x1b[2m12\x1b[m \x1b[1mwrong\x1b[m');
  });

  it('is mere text for a dumb terminal', () => {
    expect(encode(shown, 'none')).to.equal('at 12 wrong');
  });

  it('says in which column to go on, behind what terminals show differently wide', () => {
    expect(encode(line('x👨‍👩‍👧y', 'e\u0301z'), 'weight')).to.equal('x👨‍👩‍👧\x1b[4Gye\u0301\x1b[6Gz');
  });
});
