import { expect } from 'chai';
import { begunEarly, type Ended, Folder, together, yieldstar } from './spawn';

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
const { coroutine, getRunningLoop, run, RuntimeError, sleep } = require('yieldstar');

async function failing(seconds) {
  await sleep(seconds);
  throw new RuntimeError('too bad');
}

async function main() {
  await sleep(2);
  console.log(getRunningLoop().time(), failing.constructor.name, require.main === module);
  await failing(1);
}

run(main());
`,
  'lost.js': `
const { coroutine, run, sleep } = require('yieldstar');

async function failing() {
  throw new RangeError('nobody awaits me');
}

run(coroutine(async () => {
  failing();
  await sleep(1);
  console.log('went on');
})());
`,

  // An ES module whose imports Node resolves: the copy that it finds is not the library that runs it.
  'modules/program.mjs': `
import { run, sleep } from 'yieldstar';
import { seconds } from './seconds.mjs';

const main = async () => {
  await sleep(seconds);
  process.exitCode = 3;
  return seconds;
};

console.log(run(main()));
`,
  'modules/seconds.mjs': 'export const seconds = 2;',
  'modules/awaiting.mjs': `
const { run, sleep } = await import('yieldstar');

console.log(run((function* () { return yield* sleep(1, 'a generator'); })()));
setImmediate(() => console.log(run((async () => await sleep(1, 'native'))())));
`,
  'modules/node_modules/yieldstar/package.json': '{ "main": "index.js" }',
  'modules/node_modules/yieldstar/index.js': '0 && (module.exports = { run, sleep });',

  'module.mts': '',
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
  const names = [
    'typescript/program.ts',
    'javascript/program.js',
    'lost.js',
    'modules/program.mjs',
    'modules/awaiting.mjs',
    'module.mts',
    'syntax.ts',
    'twice.ts',
  ] as const;
  const files = new Map(Object.entries(PROGRAMS).map(([name, text]) => [name, folder.write(name, text)]));
  const ended = begunEarly(() =>
    together(
      Object.fromEntries(names.map((name) => [name, yieldstar('run', files.get(name) as string, '--word', 'x')])),
    ),
  );
  let runs: Record<(typeof names)[number], Ended>;

  before('run them', () =>
    ended().then((all) => {
      runs = all as typeof runs;
    }),
  );
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
    it('runs it as it is: its async functions are native', () => {
      expect(runs['javascript/program.js'].stdout).to.equal('2 AsyncFunction true\n');
    });

    it('shows in its traces who awaits whom, and none of ours', () => {
      const { status, stderr } = runs['javascript/program.js'];
      const file = files.get('javascript/program.js');
      expect(status).to.equal(1);
      expect(stderr.split('\n')).to.deep.equal([
        'RuntimeError: too bad',
        `    at failing (${file}:6:9)`,
        `    at async main (${file}:12:3)`,
        `    at Object.<anonymous> (${file}:15:1)`,
        '',
      ]);
    });

    it('reports an error that nobody awaits, as Python does, with none of our lines, and goes on', () => {
      const { status, stdout, stderr } = runs['lost.js'];
      const file = files.get('lost.js');
      expect([status, stdout]).to.deep.equal([0, 'went on\n']);
      expect(stderr.split('\n')).to.deep.equal([
        'exception of a native async call was never retrieved',
        'RangeError: nobody awaits me',
        `    at failing (${file}:5:9)`,
        `    at ${file}:9:3`,
        `    at Object.<anonymous> (${file}:8:1)`,
        '',
      ]);
    });

    it('runs ES modules outside of any job, and on this library, whatever copy lies beside them', () => {
      expect(runs['modules/program.mjs']).to.deep.equal({ status: 3, stdout: '2\n', stderr: '' });
    });

    it('leaves an ES module that awaits at its top level to Node, with the ways out that there are', () => {
      expect(runs['modules/awaiting.mjs']).to.deep.equal({ status: 0, stdout: 'a generator\nnative\n', stderr: '' });
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

    it('is refused for TypeScript that is an ES module by its name, with a sentence and status 2', () => {
      const sentence = 'is an ES module by its name, and programs are compiled to CommonJS. Name it .ts';
      expect(runs['module.mts'].status).to.equal(2);
      expect(runs['module.mts'].stderr).to.contain(`yieldstar: ${files.get('module.mts')} ${sentence}`);
    });
  });
});
