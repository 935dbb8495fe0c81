import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context, Suite } from 'mocha';
import { filesBelow, ROOT, sectionOf } from './docs-pages';

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
  ['N', 161, 174],
  ['P', 193, 199],
  ['S', 229, 233],
  ['T', 234, 241],
  ['U', 242, 247],
  ['V', 248, 251],
  ['W', 254, 255],
];

/** A row of the page: its last column has either titles of specs, or the reason why there is none. */
interface Row {
  readonly item: string;
  readonly asyncio: string;
  readonly titles: readonly string[];
  readonly reason: string | undefined;
}

function rowsOf(text: string): Row[] {
  const lines = text.split('\n').filter((line) => /^\| (?!item \|)/.test(line));
  return lines.map((line) => {
    const [item = '', asyncio = '', spec = '', ...more] = line.slice(2, -2).split(' | ');
    if (spec === '' || more.length > 0) {
      throw new Error(`${PAGE}: a row has three columns, | item | asyncio | spec |, none of them empty: ${line}`);
    }
    const reason = /^— (.*)/.exec(spec)?.[1];
    return { item, asyncio, titles: reason === undefined ? spec.split('<br>') : [], reason };
  });
}

/** The full titles of all specs that mocha has loaded. */
function loadedTitles({ test }: Context): string[] {
  let root = test?.parent as Suite;
  while (root.parent !== undefined) root = root.parent;
  return titlesIn(root);
}

function titlesIn(suite: Suite): string[] {
  return [...suite.tests.map((test) => test.fullTitle()), ...suite.suites.flatMap(titlesIn)];
}

/** Whether mocha has loaded every file of specs, and not only some that somebody wants to run. */
function isWholeSuite(): boolean {
  return filesBelow(join(ROOT, 'spec'), '.spec.ts').every((file) => file in require.cache);
}

function repeated(items: readonly string[]): string[] {
  return items.filter((item, i) => items.indexOf(item) !== i);
}

describe('The page on conformance', () => {
  const text = readFileSync(PAGE, 'utf8');
  const rows = rowsOf(text);

  for (const [letter, first, last] of SECTIONS) {
    it(`has the items ${first} to ${last} in section ${letter}, each once and in their order`, () => {
      const numbers = rowsOf(sectionOf(text, `## ${letter}. `)).map(({ item }) => item);
      const wanted = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
      expect(numbers, `give each item of section ${letter} one row, in the order of the numbers`).to.deep.equal(wanted);
    });
  }

  it('numbers no items in other sections', () => {
    const numbered = rows.filter(({ item }) => /^\d+$/.test(item)).length;
    const listed = SECTIONS.reduce((sum, [, first, last]) => sum + last - first + 1, 0);
    expect(numbered, 'list a new section, with its numbers, in SECTIONS of this spec').to.equal(listed);
  });

  it('names only specs that there are', function () {
    if (!isWholeSuite()) this.skip();
    const titles = new Set(loadedTitles(this));
    const stale = rows.flatMap((row) => row.titles.filter((title) => !titles.has(title)));
    expect(stale, 'no spec has these titles: correct them in the page, or write the specs').to.deep.equal([]);
  });

  it('names each spec once in a row', () => {
    const twice = rows.flatMap(({ item, titles }) => repeated(titles).map((title) => `${item}: ${title}`));
    expect(twice, 'take the second mention of these titles out of their rows').to.deep.equal([]);
  });

  it('gives the reason, in five words or more, where no spec holds an item', () => {
    const terse = rows.filter(({ reason }) => reason !== undefined && reason.split(/\s+/).length < 5);
    expect(terse, 'name a spec in these rows, or say after the dash why there can be none').to.deep.equal([]);
  });
});

describe('The titles of the specs', () => {
  it('differ from each other, so that each tells which spec it is', function () {
    expect(repeated(loadedTitles(this)), 'name the situation of these specs more exactly').to.deep.equal([]);
  });
});
