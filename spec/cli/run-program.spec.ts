import { expect } from 'chai';
import { type Ended, Folder, together, yieldstar } from './spawn';

const PROGRAMS = {
  'typescript/program.ts': `
import { basename } from 'node:path';
import { getRunningLoop, run, RuntimeError, sleep } from 'yieldstar';
import { doubled } from './other.js';

interface Point { readonly x: number; readonly rest: string }
export * from './other';

class Counter {
  #count = 0;
  next() { return ++this.#count; }
}

async function failing(seconds: number): Promise<void> {
  await sleep(seconds);
  throw new RuntimeError('too bad');
}

async function main() {
  await sleep(2);
  const { x, ...rest }: Point = { x: 21, rest: 'kept' };
  console.log(getRunningLoop().time(), doubled(x), rest, new Counter().next());
  console.log(process.argv.slice(1).map((word) => basename(word)), require.main === module);
  await failing(1);
}

run(main());
`,
  'typescript/other.ts': `
export const doubled = (n: number): number => 2 * n;
`,
  'typescript/tsconfig.json': '{ "compilerOptions": { "target": "ESNext", "module": "NodeNext", "nonsense": 1 } }',

  'javascript/program.js': `
import { getRunningLoop, run, sleep } from 'yieldstar';
import native from 'dependency';
const { sleep: required } = require('yieldstar');

async function* ticking() {
  yield 1;
  yield 2;
}

async function main() {
  await sleep(2);
  for await (const n of ticking()) await sleep(n);
  console.log(getRunningLoop().time(), sleep === required, native() instanceof Promise);
}

run(main());
`,
  'javascript/package.json': '{ "type": "module" }',
  'javascript/node_modules/dependency/index.js': 'module.exports = async function () {};',

  'module.mjs': '',
  'syntax.ts': `import { run } from 'yieldstar';

const x: number = (1;
`,
  'twice.ts': `interface Lost { a: number }

let x = 1;
  let x = 2;
`,
};

describe('Running a program', () => {
  const folder = new Folder();
  const names = ['typescript/program.ts', 'javascript/program.js', 'module.mjs', 'syntax.ts', 'twice.ts'] as const;
  const files = new Map<string, string>();
  let runs: Record<(typeof names)[number], Ended>;

  before('run them', () => {
    for (const [name, text] of Object.entries(PROGRAMS)) files.set(name, folder.write(name, text));
    const started = Object.fromEntries(
      names.map((name) => [name, yieldstar(files.get(name) as string, '--word', 'x')]),
    );
    return together(started).then((ended) => {
      runs = ended as typeof runs;
    });
  });
  after(() => folder.remove());

  describe('in TypeScript, outside the repository', () => {
    const lines = () => runs['typescript/program.ts'].stdout.split('\n');

    it('is on this library, whatever tsconfig.json lies beside it', () => {
      expect(lines()[0]).to.equal("2 42 { rest: 'kept' } 1");
    });

    it('finds in process.argv what it would find there under node, and is the main module', () => {
      expect(lines()[1]).to.equal("[ 'program.ts', '--word', 'x' ] true");
    });

    it('has the lines of the TypeScript in its traces, and none of ours', () => {
      const { status, stderr } = runs['typescript/program.ts'];
      const file = files.get('typescript/program.ts');
      expect(status).to.equal(1);
      expect(stderr.split('\n')).to.deep.equal([
        'RuntimeError: too bad',
        `    at ${file}:16:9`,
        `    at Object.<anonymous> (${file}:27:4)`,
        '',
      ]);
    });
  });

  describe('in JavaScript', () => {
    it('compiles it too, so that its async functions are coroutines; but not what is in node_modules', () => {
      expect(runs['javascript/program.js']).to.deep.equal({ status: 0, stdout: '5 true true\n', stderr: '' });
    });
  });

  describe('that cannot be compiled', () => {
    it('shows the line, and what is wrong with it', () => {
      const shown = `${files.get('syntax.ts')}:3\n    const x: number = (1;\n                        ^\nSyntaxError: ')' expected.\n`;
      expect(runs['syntax.ts']).to.deep.equal({ status: 1, stdout: '', stderr: shown });
    });

    it('does so, by the lines of the TypeScript, where only the host finds the error', () => {
      const text = "SyntaxError: Identifier 'x' has already been declared";
      const shown = `${files.get('twice.ts')}:4\n    let x = 2;\n        ^\n${text}\n`;
      expect(runs['twice.ts']).to.deep.equal({ status: 1, stdout: '', stderr: shown });
    });

    it('is refused for an ES module by name, with a sentence and status 2', () => {
      const sentence = 'is an ES module by its name, and programs are compiled to CommonJS. Name it .js';
      expect(runs['module.mjs'].status).to.equal(2);
      expect(runs['module.mjs'].stderr).to.contain(`yieldstar: ${files.get('module.mjs')} ${sentence}`);
    });
  });
});
