/*
 * The package, as `npm pack` makes it, installed in an empty folder outside the repository.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';
import { begunEarly, command, type Ended, Folder, REPOSITORY, together } from './cli/spawn';

const GENERATORS = `
run((function* main() {
  yield* sleep(2);
  console.log('slept until', getRunningLoop().time());
})());
`;

/** Async functions, as the host has them. */
const NATIVE = `
async function main() {
  await sleep(1);
  console.log(main.constructor.name, 'slept until', getRunningLoop().time());
}
run(main());
`;

const SLEPT_NATIVELY = { status: 0, stdout: 'AsyncFunction slept until 1\n', stderr: '' };

/** In debug mode it tells where the handle was made whose callback fails; then it fails itself. */
const FAILING = `
import { EventLoop, sleep } from 'yieldstar';
function* main() {
  yield* sleep(1);
  throw new RangeError('too far');
}
const loop = new EventLoop({ debug: true });
loop.callSoon(() => { throw new Error('of a callback'); });
loop.runUntilComplete(main());
`;

const TYPED = `
import { coroutine, EventLoop, Future, gather, run, sleep, type Task } from 'yieldstar';

const hello = coroutine(function* hello(n: number) {
  yield* sleep(n);
  return \`hello \${n}\`;
});
const loop = new EventLoop();
const task: Task<string> = loop.createTask(hello(1));
const future: Future<number> = loop.createFuture<number>();
async function both(): Promise<[string, number]> {
  return await gather([task, future]);
}
export const result: [string, number] = run(both());
// @ts-expect-error: it is a string
export const wrong: number = loop.runUntilComplete(hello(2));
`;

type Runs = Record<
  'required' | 'imported' | 'native' | 'refused' | 'registered' | 'bin' | 'typescript' | 'compiled' | 'failing',
  Ended
>;

const REGISTER = 'yieldstar/register';

describe('The package', () => {
  const folder = new Folder();
  const installed = join(folder.path, 'node_modules/yieldstar');
  const bin = join(folder.path, 'node_modules/.bin/yieldstar');
  let runs: Runs;

  const prepared = begunEarly(prepare);

  before('pack it, install it, and run programs on it', () =>
    prepared().then((ended) => {
      runs = ended;
    }),
  );
  after(() => folder.remove());

  function prepare(): Promise<Runs> {
    const write = (name: string, text: string) => folder.write(name, text);
    write('package.json', '{ "private": true }');
    write('required.cjs', `const { getRunningLoop, run, sleep } = require('yieldstar');${GENERATORS}`);
    write('imported.mjs', `import { getRunningLoop, run, sleep } from 'yieldstar';${GENERATORS}process.exitCode = 4;`);
    write('native.js', `const { getRunningLoop, run, sleep } = require('yieldstar');${NATIVE}`);
    write('native.mjs', `import { getRunningLoop, run, sleep } from 'yieldstar';${NATIVE}`);
    write('program.ts', TYPED);
    write('module.mts', TYPED);
    write('equipped/program.ts', `import { getRunningLoop, run, sleep } from 'yieldstar';${NATIVE}`);
    write('equipped/failing.ts', FAILING);
    equip('equipped');
    return npm(REPOSITORY, 'pack', '--pack-destination', folder.path)
      .then(() => npm(folder.path, 'install', '--offline', tarball()))
      .then(() =>
        together({
          required: command(folder.path, process.execPath, 'required.cjs'),
          imported: command(folder.path, process.execPath, 'imported.mjs'),
          native: command(folder.path, process.execPath, 'native.js'),
          refused: command(folder.path, process.execPath, 'native.mjs'),
          registered: command(folder.path, process.execPath, '--require', REGISTER, 'native.mjs'),
          bin: command(folder.path, bin, 'run', 'native.mjs'),
          typescript: command(folder.path, bin, 'program.ts'),
          compiled: command(folder.path, bin, 'equipped/program.ts'),
          failing: command(folder.path, bin, 'equipped/failing.ts'),
        }),
      );
  }

  /** Install TypeScript and ts-node in a folder in there. */
  function equip(name: string): void {
    mkdirSync(join(folder.path, name, 'node_modules'), { recursive: true });
    for (const tool of ['typescript', 'ts-node', '@types']) {
      symlinkSync(join(REPOSITORY, 'node_modules', tool), join(folder.path, name, 'node_modules', tool));
    }
  }

  function npm(cwd: string, ...words: string[]): Promise<void> {
    const settings = ['--cache', join(folder.path, 'cache'), '--userconfig', join(folder.path, 'npmrc')];
    return command(cwd, 'npm', ...words, ...settings).then(({ status, stdout, stderr }) => {
      if (status !== 0) throw new Error(`npm ${words[0]} failed:\n${stdout}${stderr}`);
    });
  }

  function tarball(): string {
    return join(folder.path, readdirSync(folder.path).find((name) => name.endsWith('.tgz')) as string);
  }

  function manifest(): { dependencies?: object; sideEffects: boolean } {
    return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  }

  it('holds what was compiled, its sources, and what a reader needs; nothing else', () => {
    const files = ['LICENSE', 'README.md', 'dist', 'lib', 'package.json'];
    expect(readdirSync(installed).sort()).to.deep.equal(files);
  });

  it('depends on nothing', () => {
    expect(manifest().dependencies).to.equal(undefined);
    expect(readdirSync(join(folder.path, 'node_modules')).sort()).to.deep.equal([
      '.bin',
      '.package-lock.json',
      'yieldstar',
    ]);
  });

  it('says that importing it has an effect: it installs what async functions call', () => {
    expect(manifest().sideEffects).to.equal(true);
  });

  it('holds the source of every source map', () => {
    const dist = join(installed, 'dist');
    const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'));
    const sources = maps.map((name) => {
      const map = JSON.parse(readFileSync(join(dist, name), 'utf8'));
      return join(dist, name, '..', map.sourceRoot ?? '', map.sources[0]);
    });
    expect(sources.length).to.be.above(100);
    expect(sources.filter((source) => !existsSync(source))).to.deep.equal([]);
  });

  it('can be required', () => {
    expect(runs.required).to.deep.equal({ status: 0, stdout: 'slept until 2\n', stderr: '' });
  });

  it('can be imported, by name', () => {
    expect(runs.imported).to.deep.equal({ status: 4, stdout: 'slept until 2\n', stderr: '' });
  });

  it('runs native async functions in plain JavaScript, by node alone', () => {
    expect(runs.native).to.deep.equal(SLEPT_NATIVELY);
  });

  it('says of those at the top of an ES module, by node alone, what to do, and nothing else', () => {
    const { status, stdout, stderr } = runs.refused;
    expect([status, stdout, stderr.match(/^\w*Error: .{54}/gm)]).to.deep.equal([
      1,
      '',
      ['RuntimeError: native async functions cannot be run from within a job'],
    ]);
  });

  it('runs them there, too, where node was told before to have the program begin outside of any job', () => {
    expect(runs.registered).to.deep.equal(SLEPT_NATIVELY);
  });

  it('has the command, which runs them there, and where there is no TypeScript', () => {
    expect(runs.bin).to.deep.equal(SLEPT_NATIVELY);
  });

  it('says of a program in TypeScript what to install', () => {
    const { status, stderr } = runs.typescript;
    expect(status).to.equal(2);
    expect(stderr).to.match(/^yieldstar: .*program\.ts is TypeScript, .*npm install --save-dev typescript ts-node /);
  });

  it('compiles where TypeScript is installed beside the program', () => {
    expect(runs.compiled).to.deep.equal({ status: 0, stdout: 'Function slept until 1\n', stderr: '' });
  });

  it('shows none of its own lines where a program fails, though source maps lead to its sources', () => {
    const { status, stderr } = runs.failing;
    const places = stderr.match(/[^\s"(]+(?::|", line )\d+/g)?.map((place) => place.replace(folder.path, ''));
    expect([status, places]).to.deep.equal([
      1,
      [
        '/equipped/failing.ts:8', // the handle was made there
        '/equipped/failing.ts", line 8',
        '/equipped/failing.ts:8:29',
        '/equipped/failing.ts:9:6',
        '/equipped/failing.ts:5:9',
        '/equipped/failing.ts:9:6',
      ],
    ]);
  });

  for (const [name, options] of Object.entries({
    NodeNext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    Bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    Node10: { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
  })) {
    it(`has types, as found with module resolution ${name}`, () => {
      const files = ['program.ts', 'module.mts'].map((file) => join(folder.path, file));
      const program = ts.createProgram(files, {
        ...options,
        target: ts.ScriptTarget.ES2016,
        lib: ['lib.es2022.d.ts'],
        types: [],
        strict: true,
        skipDefaultLibCheck: true,
        noEmit: true,
        noEmitHelpers: true,
      });
      const messages = ts.getPreEmitDiagnostics(program).map(({ file: where, messageText }) => {
        return `${where?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      });
      expect(messages).to.deep.equal([]);
    });
  }
});
