import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Inspector } from '../../lib/host/inspector';
import { type NodeModules, nodeModules } from '../../lib/host/node';
import { Script } from '../../lib/host/script';
import { Folder } from '../cli/spawn';

const node = nodeModules() as NodeModules;

/** Maps the second line of the code, from its third column on, to line 3, column 1 of its source. */
const MAP = {
  version: 3,
  names: [],
  mappings: ';EAEA',
  sources: ['../src/program.ts'],
  sourcesContent: ['let total, $x;'],
};
const POINT = { lineNumber: 1, columnNumber: 4 };

/** What stands in for the inspector: it has the code. */
const inspector = { codeOf: () => ['one', 'two', 'three'].join('\n') } as unknown as Inspector;

function scriptOf(file: string, sourceMapURL: string): Script {
  return new Script({ scriptId: '1', url: pathToFileURL(file).href, sourceMapURL }, inspector, node);
}

const base64 = (map: object): string =>
  `data:application/json;charset=utf-8;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;

describe('Script', () => {
  const file = join(__dirname, 'out', 'program.js');
  const source = join(__dirname, 'src', 'program.ts');

  describe('with a source map at its end', () => {
    it('leads from the code to the source', () => {
      expect(scriptOf(file, base64(MAP)).sourceOf(POINT)).to.deep.equal({ file: source, line: 3, column: 1 });
    });

    it('reads a map that is not encoded in base64 as well', () => {
      const url = `data:application/json,${encodeURIComponent(JSON.stringify(MAP))}`;
      expect(scriptOf(file, url).sourceOf(POINT).file).to.equal(source);
    });

    it('takes a source that is named by its path, or from a root', () => {
      const maps = [
        { ...MAP, sources: [source] },
        { ...MAP, sources: [pathToFileURL(source).href] },
        { ...MAP, sourceRoot: '../src', sources: ['program.ts'] },
      ];
      const files = maps.map((map) => scriptOf(file, base64(map)).sourceOf(POINT).file);
      expect(files).to.deep.equal([source, source, source]);
    });

    it('tells the names in the source from those that the compiler made', () => {
      const script = scriptOf(file, base64(MAP));
      const names = ['total', '$x', 'tot', '_a', 'x'];
      expect(names.filter((name) => script.mentions(name))).to.deep.equal(['total', '$x']);
    });
  });

  describe('with a source map in a file beside it', () => {
    const folder = new Folder();
    after(() => folder.remove());

    it('reads that', () => {
      folder.write('out/program.js.map', JSON.stringify(MAP));
      const script = scriptOf(join(folder.path, 'out/program.js'), 'program.js.map');
      const expected = { file: join(folder.path, 'src/program.ts'), line: 3, column: 1 };
      expect(script.sourceOf(POINT)).to.deep.equal(expected);
    });
  });

  describe('without a source map, or without its file', () => {
    it('is its own source, and all names are in it', () => {
      for (const url of ['', 'missing.js.map']) {
        const script = scriptOf(file, url);
        expect(script.sourceOf(POINT)).to.deep.equal({ file, line: 2, column: 5 });
        expect(script.mentions('_a')).to.equal(true);
      }
    });
  });

  it('gives the code before a point in it', () => {
    expect(scriptOf(file, '').codeBefore({ lineNumber: 2, columnNumber: 2 })).to.equal('one\ntwo\nth');
  });
});
