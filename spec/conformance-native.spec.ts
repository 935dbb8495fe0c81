import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Run, runProgram } from './program-modules';

const FOLDER = join(__dirname, 'conformance');

const EAGER = 'V8 runs no job within a job: an eager task that is made after an await is done a job later';
const GENERATORS = 'asynchronous generators are those of V8';

/** The programs that print something else in native async functions: why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'eager-nested': EAGER,
  'eager-tasks': EAGER,
  'generator-left-open': GENERATORS,
  'generator-misuse': GENERATORS,
  'task-errors': 'anything may be awaited in JavaScript',
};

describe('Programs in Python and, rewritten, in native async functions', () => {
  const programs = readdirSync(FOLDER).flatMap((file) => /^(.*)\.txt$/.exec(file)?.[1] ?? []);
  const run = (program: string): Run => runProgram(join(FOLDER, `${program}.ts`), undefined, 'native');
  const recorded = (program: string): string => readFileSync(join(FOLDER, `${program}.txt`), 'utf8');

  for (const program of programs.filter((each) => !(each in EXCEPTIONS))) {
    it(`print the same: ${program}`, () => {
      expect(run(program)).to.deep.equal({ output: recorded(program), uncaught: undefined });
    });
  }

  for (const [program, because] of Object.entries(EXCEPTIONS)) {
    it(`do not: ${program}, as ${because}`, () => {
      expect(run(program).output).to.not.equal(recorded(program));
    });
  }
});
