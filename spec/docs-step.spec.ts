/*
 * What the page on stepping shows is what the command shows now: screens, texts, keys, options.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseTrace } from '../lib';
import { HELP } from '../lib/cli/command-line';
import { COMMAND_OF } from '../lib/cli/step/key-table';

import { begunEarly, type Ended, Folder, together, yieldstar } from './cli/spawn';
import { screenAfter } from './cli/step/recorded';
import { blocksOf, ROOT, sectionOf } from './docs-pages';

const PAGE = join(ROOT, 'docs', 'how-to', 'step.md');

/** The only block of a page that has `word` in it. */
function blockWith(word: string, page = PAGE): string {
  const [found, ...others] = blocksOf(readFileSync(page, 'utf8')).filter(({ text }) => text.includes(word));
  expect(others).to.deep.equal([]);
  return found?.text ?? '';
}

/** What stands in a page as code. */
function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] as string);
}

describe('The page on stepping', () => {
  const page = readFileSync(PAGE, 'utf8');
  const folder = new Folder();
  const fileOf = (name: string): string => join(folder.path, `${name}.jsonl`);
  const record = (name: string) => yieldstar('trace', `examples/${name}.ts`, '--json', fileOf(name));
  const readAs = (name: string) => parseTrace(readFileSync(fileOf(name), 'utf8'));
  const recorded = begunEarly(() =>
    together({ dining: record('dining'), 'producer-consumer': record('producer-consumer') }),
  );
  let ended: Record<'dining' | 'producer-consumer', Ended>;

  before(() =>
    recorded().then((all) => {
      ended = all;
    }),
  );
  after(() => folder.remove());

  it('has a screen of the terminal', () => {
    expect(screenAfter(readAs('producer-consumer'), 'g 2 1 enter')).to.equal(blockWith('step 21 of'));
  });

  it('has an answer to why', () => {
    const [, , ...lines] = screenAfter(readAs('dining'), 'g 1 1 enter t k*2 w').split('\n');
    expect(lines.slice(0, -1).join('\n').trimEnd()).to.equal(blockWith('So Plato waits'));
  });

  it('has what is told in words', () => {
    const words = ended.dining.stdout.replace(/^wrote .*\n/gm, '');
    expect(words.trimEnd()).to.equal(blockWith('Deadlocks'));
  });

  it('is announced by a screen in README.md', () => {
    const size = { columns: 80, rows: 20 };
    const screen = screenAfter(readAs('dining'), 'g 1 1 enter', { size });
    expect(screen).to.equal(blockWith('step 11 of', join(ROOT, 'README.md')));
  });

  it('names every key of the terminal', () => {
    const names: Record<string, string> = {
      ...{ right: '→', left: '←', up: '↑', down: '↓', home: 'Home', end: 'End', ' ': 'Space' },
      ...{ tab: 'Tab', 'shift-tab': 'Shift-Tab', enter: 'Enter', escape: 'Esc' },
      ...{ 'page-down': 'PgDn', 'page-up': 'PgUp' },
    };
    const named = codeIn(sectionOf(page, '## In the terminal'));
    expect([...COMMAND_OF.keys()].filter((key) => !named.includes(names[key] ?? key))).to.deep.equal([]);
  });

  it('names every key of the web page', () => {
    const html = readFileSync(join(ROOT, 'lib', 'page', 'page.html'), 'utf8');
    const keys = [...html.matchAll(/<kbd>(.*?)<\/kbd>/g)].map((match) => match[1] as string);
    const named = codeIn(sectionOf(page, '## In a web page')).map((name) => name.toLowerCase());
    expect(keys.filter((key) => !named.includes(key.toLowerCase()))).to.deep.equal([]);
  });

  it('names every option, and none that there is not', () => {
    const optionsIn = (text: string) => new Set(text.match(/(?<![\w-])--[a-z][\w-]*/g));
    expect([...optionsIn(page)].sort()).to.deep.equal([...optionsIn(HELP)].filter((name) => name !== '--help').sort());
  });
});
