import { expect } from 'chai';
import {
  inPlace,
  shownDeadline,
  shownList,
  shownPlace,
  shownText,
  shownTime,
  unknownVariables,
} from '../../../lib/trace/why/wording';

const PLACE = { name: 'hello', file: '/home/me/hello.ts', line: 12, column: 3 };

describe('The wording of sentences', () => {
  it('shows times without what rounding has added', () => {
    expect([0, 1.5, 0.1 + 0.2, 1e-7].map(shownTime)).to.deep.equal(['0s', '1.5s', '0.3s', '1e-7s']);
  });

  it('shows a deadline, and one that never comes', () => {
    expect([shownDeadline(2), shownDeadline(null)]).to.deep.equal(['until 2s', 'for ever']);
  });

  it('shows a place by the name of its file, whatever parts the folders', () => {
    const places = [PLACE, { ...PLACE, file: 'C:\\me\\hello.ts' }, { ...PLACE, file: 'hello.ts' }];
    expect(places.map(shownPlace)).to.deep.equal(places.map(() => 'hello (hello.ts:12)'));
  });

  it('shows nothing for a place that is not known', () => {
    expect([inPlace(PLACE), inPlace(undefined)]).to.deep.equal([', in hello (hello.ts:12)', '']);
  });

  it('says of calls that their variables are not known, or some of them', () => {
    const known = { ...PLACE, variables: [] };
    expect([[PLACE, PLACE], [known, PLACE], [known], []].map(unknownVariables)).to.deep.equal([
      'the variables are not known',
      'some variables are not known',
      undefined,
      undefined,
    ]);
  });

  it('shows a text on one line, up to 80 characters', () => {
    expect([
      shownText(' a\n  b\n'),
      shownText('x'.repeat(80)).length,
      shownText('x'.repeat(81)).slice(-5),
    ]).to.deep.equal(['a / b', 80, 'xx...']);
  });

  it('shows a list', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(shownList)).to.deep.equal(['', 'a', 'a and b', 'a, b and c']);
  });
});
