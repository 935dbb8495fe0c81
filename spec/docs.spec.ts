import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';
import {
  codeWordsOf,
  guardsOf,
  leadsSomewhere,
  linksOf,
  markdownFiles,
  methodsNamedIn,
  programsOf,
  ROOT,
  sectionOf,
} from './docs-pages';
import { CheckedPrograms, isInLibrary, run } from './docs-programs';

describe('The documentation', () => {
  const pages = [join(ROOT, 'README.md'), ...markdownFiles(join(ROOT, 'docs'))].filter((page) => existsSync(page));
  const programs = pages.flatMap(programsOf);
  let checked: CheckedPrograms | undefined;

  before('check the programs', () => {
    checked = new CheckedPrograms(programs);
  });
  after('let go of them: they take much memory', () => {
    checked = undefined;
  });

  describe('in its programs', () => {
    for (const program of programs) {
      if (program.output === undefined) {
        it(`runs ${program.place} to its end`, () => {
          expect(run(program).uncaught).to.equal('');
        });
      } else {
        it(`prints what stands below ${program.place}`, () => {
          expect(run(program).output).to.equal(program.output);
        });
      }
    }

    it('is typed as strictly as the library', () => {
      expect(checked?.typeErrors()).to.deep.equal([]);
    });
  });

  describe('in its links', () => {
    for (const page of pages) {
      it(`leads somewhere from ${relative(ROOT, page)}`, () => {
        expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).to.deep.equal([]);
      });
    }
  });

  describe('in the decisions', () => {
    for (const page of markdownFiles(join(ROOT, 'docs', 'decisions'))) {
      it(`names the specs that guard ${basename(page)}`, () => {
        const guards = guardsOf(page);
        expect(guards).to.not.deep.equal([]);
        expect(guards.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title))).to.deep.equal([]);
      });
    }
  });

  describe('in the page on debugging', () => {
    it('sets breakpoints only where the library has functions', () => {
      const methods = methodsNamedIn(join(ROOT, 'docs', 'how-to', 'debug.md'));
      expect(methods).to.not.deep.equal([]);
      expect(methods.filter((method) => !isInLibrary(method))).to.deep.equal([]);
    });
  });

  describe('in the table from asyncio to here', () => {
    const table = join(ROOT, 'docs', 'reference', 'asyncio-to-yieldstar.md');

    it('has every name that the library exports', () => {
      const code = codeWordsOf(readFileSync(table, 'utf8'));
      expect(checked?.exportedNames().filter((name) => !code.has(name))).to.deep.equal([]);
    });

    it('calls missing only what the library does not export', () => {
      const missing = codeWordsOf(sectionOf(readFileSync(table, 'utf8'), '## Not here'));
      expect(checked?.exportedNames().filter((name) => missing.has(name))).to.deep.equal([]);
    });
  });

  describe('in the index', () => {
    it('has a link to every other page', () => {
      const index = join(ROOT, 'docs', 'README.md');
      const linked = new Set(linksOf(index).map((link) => resolve(dirname(index), link)));
      const unlinked = markdownFiles(join(ROOT, 'docs')).filter((page) => page !== index && !linked.has(page));
      expect(unlinked.map((page) => relative(ROOT, page))).to.deep.equal([]);
    });
  });
});
