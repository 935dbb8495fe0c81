import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT, sectionOf } from './docs-pages';
import { itNamesSpecs, loadedTitles, repeated, rowsOf } from './spec-tables';

const PAGE = join(ROOT, 'docs', 'reference', 'conformance.md');

/** The sections of numbered items: the heading's letter, the first number and the last. */
const SECTIONS: [letter: string, first: number, last: number][] = [
  ['A', 1, 20],
  ['B', 21, 45],
  ['C', 46, 51],
  ['D', 52, 71],
  ['E', 72, 87],
  ['F', 88, 106],
  ['G', 107, 113],
  ['H', 114, 117],
  ['I', 118, 132],
  ['J', 133, 140],
  ['K', 141, 148],
  ['L', 149, 153],
  ['M', 154, 160],
  ['N', 161, 174],
  ['O', 175, 192],
  ['P', 193, 199],
  ['Q', 200, 219],
  ['R', 220, 228],
  ['S', 229, 233],
  ['T', 234, 241],
  ['U', 242, 247],
  ['V', 248, 251],
  ['W', 252, 255],
  ['Z', 256, 284],
];

const COLUMNS = ['item', 'asyncio', 'spec'];

describe('The page on conformance', () => {
  const text = readFileSync(PAGE, 'utf8');
  const rows = rowsOf(text, COLUMNS);

  for (const [letter, first, last] of SECTIONS) {
    it(`has the items ${first} to ${last} in section ${letter}, each once and in their order`, () => {
      const numbers = rowsOf(sectionOf(text, `## ${letter}. `), COLUMNS).map(({ item }) => item);
      const wanted = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
      expect(numbers, `give each item of section ${letter} one row, in the order of the numbers`).to.deep.equal(wanted);
    });
  }

  it('numbers no items in other sections', () => {
    const numbered = rows.filter(({ item }) => /^\d+$/.test(item)).length;
    const listed = SECTIONS.reduce((sum, [, first, last]) => sum + last - first + 1, 0);
    expect(numbered, 'list a new section, with its numbers, in SECTIONS of this spec').to.equal(listed);
  });

  itNamesSpecs(() => rows);
});

describe('The titles of the specs', () => {
  it('differ from each other, so that each tells which spec it is', function () {
    expect(repeated(loadedTitles(this)), 'name the situation of these specs more exactly').to.deep.equal([]);
  });
});
