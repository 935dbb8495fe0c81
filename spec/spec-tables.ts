/**
 * Tables of docs/reference/ that name specs, for the specs that read them.
 *
 * A row's last column has the full titles of specs, as mocha has them, with <br> between them;
 * or, after a dash, the reason why there is none.
 */

import { join } from 'node:path';
import { expect } from 'chai';
import type { Context, Suite } from 'mocha';
import { filesBelow, ROOT } from './docs-pages';

/** A row of a table: what it is about, and its last column. */
export interface Row {
  readonly item: string;
  readonly titles: readonly string[];
  readonly reason: string | undefined;
}

/** The rows of all tables in `text`, each of which has these columns. */
export function rowsOf(text: string, columns: readonly string[]): Row[] {
  const header = `| ${columns.join(' | ')} |`;
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && line !== header);
  return lines.map((line) => {
    const cells = line.slice(2, -2).split(' | ');
    if (cells.length !== columns.length || cells.includes('')) {
      throw new Error(`a row has ${columns.length} columns, ${header}, none of them empty: ${line}`);
    }
    const spec = cells.at(-1) as string;
    const reason = /^— (.*)/.exec(spec)?.[1];
    return { item: cells[0] as string, titles: reason === undefined ? spec.split('<br>') : [], reason };
  });
}

/** Specs of a table, for the `describe` of its page: its rows name specs that there are, or say why they do not. */
export function itNamesSpecs(rows: () => readonly Row[]): void {
  it('names only specs that there are', function () {
    if (!isWholeSuite()) this.skip();
    const titles = new Set(loadedTitles(this));
    const stale = rows().flatMap((row) => row.titles.filter((title) => !titles.has(title)));
    expect(stale, 'no spec has these titles: correct them in the page, or write the specs').to.deep.equal([]);
  });

  it('names each spec once in a row', () => {
    const twice = rows().flatMap(({ item, titles }) => repeated(titles).map((title) => `${item}: ${title}`));
    expect(twice, 'take the second mention of these titles out of their rows').to.deep.equal([]);
  });

  it('gives the reason, in five words or more, where it names no spec', () => {
    const terse = rows().filter(({ reason }) => reason !== undefined && reason.split(/\s+/).length < 5);
    expect(terse, 'name a spec in these rows, or say after the dash why there can be none').to.deep.equal([]);
  });
}

export function repeated(items: readonly string[]): string[] {
  return items.filter((item, i) => items.indexOf(item) !== i);
}

/** The full titles of all specs that mocha has loaded. */
export function loadedTitles({ test }: Context): string[] {
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
