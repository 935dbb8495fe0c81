import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { expect } from 'chai';
import { REGISTER_INSTANCE, type Service } from 'ts-node';
import * as ts from 'typescript';
import { sectionOf } from './docs-pages';

const ROOT = resolve(__dirname, '..');

/** What may import what: only what stands further up in this list, or beside it. */
const LAYERS = [
  ['errors.ts', 'repr.ts', 'stack.ts', 'log.ts', 'seconds.ts', 'serial.ts', 'deque.ts', 'bytes.ts'],
  ['context'],
  ['coroutine'],
  ['exception-group.ts', 'future'],
  ['sync'],
  ['queue'],
  ['task'],
  ['native'],
  ['thread'],
  ['loop'],
  ['greenlet'],
  ['net'],
  ['stdlib'],
  ['gevent'],
  ['trace'],
  ['host'],
  ['page'],
  ['index.ts'],
  ['cli'],
];

/** What touches a terminal, a file, or a browser's window. */
const OUTSIDE_THE_CORE = ['cli', 'page'];

/** The one file that has the host run its jobs. */
const JOBS = 'host/node-jobs.ts';

/** The host's own scheduler, clock and dice, none of which the core may use. */
const FORBIDDEN = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'Date',
  'Promise',
  'Math.random',
]);

/** A file of a folder, by its path from there: `task/task.ts`. */
interface Source {
  readonly path: string;
  readonly text: string;
  /** What it imports or exports from, types included. */
  readonly specifiers: readonly string[];
}

/** All files of the folder, with those of the folders in it. */
function sourcesOf(name: string): readonly Source[] {
  const folder = join(ROOT, name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const specifiers = ts.preProcessFile(text).importedFiles.map((file) => file.fileName);
      return { path, text, specifiers };
    });
}

const sources = sourcesOf('lib');
const core = sources.filter(({ path }) => !OUTSIDE_THE_CORE.includes(path.split('/')[0] ?? ''));

/** The files that a file imports, by their paths from its folder. */
function importsOf(source: Source): string[] {
  return source.specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(source.path), `${specifier}.ts`));
}

function layerOf(path: string): number {
  const [top = ''] = path.split('/');
  return LAYERS.findIndex((layer) => layer.includes(top));
}

/** The first cycle of imports there is among `files`, as the paths along it. */
function findCycle(files: readonly Source[]): string[] {
  const imports = new Map(files.map((source) => [source.path, importsOf(source)]));
  const cleared = new Set<string>();
  const follow = (path: string, way: string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (cleared.has(path)) return [];
    for (const next of imports.get(path) ?? []) {
      const cycle = follow(next, [...way, path]);
      if (cycle.length > 0) return cycle;
    }
    cleared.add(path);
    return [];
  };
  for (const { path } of files) {
    const cycle = follow(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** The forbidden names that code uses: as a value, not as a type, a property or a name of its own. */
function forbiddenIn({ path, text }: Source): string[] {
  if (![...FORBIDDEN].some((name) => text.includes(name))) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const name = ts.isPropertyAccessExpression(node) || isFreeIdentifier(node) ? node.getText() : '';
    if (FORBIDDEN.has(name)) found.push(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isFreeIdentifier(node: ts.Node): boolean {
  return ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
}

/** What README's reading order calls a file: the network, gevent and what is there to watch a program are named by folders. */
function entryOf(path: string): string {
  return /^(?:cli|host|page|(?:gevent|net|trace)\/[a-z]+)\//.exec(path)?.[0] ?? path;
}

/** The files of which `describe` has something to say, with what it says. */
function complaints(files: readonly Source[], describe: (source: Source) => string[]): string[] {
  return files.flatMap((source) => describe(source).map((text) => `${source.path}: ${text}`));
}

/** What holds in every folder. */
function isInOrder(files: readonly Source[]): void {
  it('has no cycle of imports', () => {
    expect(findCycle(files)).to.deep.equal([]);
  });

  it('has no file of more than 250 lines', () => {
    const long = complaints(files, ({ text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > 250 ? [`${lines} lines`] : [];
    });
    expect(long).to.deep.equal([]);
  });

  it('opens each file with a comment of at least three lines', () => {
    const header = /^(?:#!.*\n)?\/\*\*\n(?: \*.*\n){3,}? \*\/\n/;
    const without = files.filter(({ text }) => !header.test(text)).map(({ path }) => path);
    expect(without).to.deep.equal([]);
  });
}

describe('lib/', () => {
  it('has no folder and no file that is in no layer', () => {
    expect(sources.map(({ path }) => path).filter((path) => layerOf(path) === -1)).to.deep.equal([]);
  });

  it('imports only downwards', () => {
    const upwards = complaints(sources, (source) =>
      importsOf(source).filter((imported) => layerOf(imported) > layerOf(source.path)),
    );
    expect(upwards).to.deep.equal([]);
  });

  it('imports only files that exist', () => {
    const paths = new Set(sources.map(({ path }) => path));
    expect(complaints(sources, (source) => importsOf(source).filter((path) => !paths.has(path)))).to.deep.equal([]);
  });

  isInOrder(sources);

  it('needs no helper of TypeScript but its own: they would not be there', () => {
    const ours = new Set(['__awaiter', '__await', '__asyncGenerator', '__asyncValues', '__asyncDelegator']);
    const { compile } = process[REGISTER_INSTANCE] as Service; // as lib/ is compiled for the specs
    const needed = complaints(sources, ({ path, text }) => {
      const called = compile(text, join(ROOT, 'lib', path)).match(/(?<![.\w])__\w+(?=\()/g) ?? [];
      return called.filter((name) => !ours.has(name));
    });
    expect(needed).to.deep.equal([]);
  });
});

describe('fuzz/', () => {
  isInOrder(sourcesOf('fuzz'));
});

describe('The reading order in README.md', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const list = sectionOf(readme, '## Reading the code').matchAll(/^(\d+)\. \[`([^`]+)`\]\(lib\/([^)]+)\)/gm);
  const entries = [...list].map(([, number, path = '', link]) => ({ number: Number(number), path, link }));
  const paths = entries.map(({ path }) => path);

  it('names every file of lib/ once, or its folder', () => {
    expect([...paths].sort()).to.deep.equal([...new Set(sources.map(({ path }) => entryOf(path)))].sort());
  });

  it('has each after all that it imports, types included', () => {
    const before = (path: string, other: string): boolean => paths.indexOf(path) < paths.indexOf(other);
    const tooEarly = complaints(sources, (source) =>
      importsOf(source).filter((imported) => before(entryOf(source.path), entryOf(imported))),
    );
    expect(tooEarly).to.deep.equal([]);
  });

  it('is numbered, and leads to each', () => {
    const wrong = entries.filter(({ number, path, link }, i) => number !== i + 1 || link !== path);
    expect(wrong).to.deep.equal([]);
  });
});

describe('The core, which is all of lib/ but the command line and the page', () => {
  it("uses neither the host's scheduler nor its clock nor chance", () => {
    const found = complaints(core, forbiddenIn);
    expect(found.filter((complaint) => complaint !== `${JOBS}: Promise`)).to.deep.equal([]);
  });

  it('imports nothing from outside lib/', () => {
    const outside = complaints(core, ({ specifiers }) => specifiers.filter((name) => !name.startsWith('.')));
    expect(outside).to.deep.equal([]);
  });
});

describe('The package', () => {
  it('has no dependencies at run time', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'];
    expect(kinds.filter((kind) => Object.keys(manifest[kind] ?? {}).length > 0)).to.deep.equal([]);
  });
});
