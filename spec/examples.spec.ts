/*
 * Every example does what is recorded beside it. RECORD=1 records anew.
 */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REPOSITORY } from './cli/spawn';
import { runProgram } from './program-modules';

const EXAMPLES = join(REPOSITORY, 'examples');

/** What the example in `file` writes to both streams, in order, and its exit status where that is not 0. */
function outputOf(file: string): string {
  const { output, uncaught } = runProgram(file);
  return withoutFolder(uncaught === undefined ? output : outputOfCommand(file));
}

/** The same, by the command: it says of an error what the program itself does not. */
function outputOfCommand(file: string): string {
  const script = '"$0" --require ts-node/register/transpile-only lib/cli/main.ts "$1" 2>&1';
  const { stdout, status } = spawnSync('sh', ['-c', script, process.execPath, file], { cwd: REPOSITORY });
  return String(stdout) + (status === 0 ? '' : `exit status ${status}\n`);
}

function withoutFolder(text: string): string {
  return text.replaceAll(`${REPOSITORY}/`, '');
}

describe('The examples', () => {
  const examples = readdirSync(EXAMPLES).filter((file) => /\.[jt]s$/.test(file));

  for (const example of examples) {
    const recording = join(EXAMPLES, example.replace(/\.[jt]s$/, '.txt'));

    it(`${example} does what is recorded beside it`, () => {
      const output = outputOf(join(EXAMPLES, example));
      if (process.env.RECORD) writeFileSync(recording, output);
      expect(output).to.equal(readFileSync(recording, 'utf8'));
    });
  }

  it('begin with hello.ts, whose output the README shows', () => {
    const output = readFileSync(join(EXAMPLES, 'hello.txt'), 'utf8');
    expect(readFileSync(join(REPOSITORY, 'README.md'), 'utf8')).to.contain(`\`\`\`text\n${output}\`\`\`\n`);
  });

  it('are short: 60 lines at most', () => {
    const lengths = examples.map((example) => [
      example,
      readFileSync(join(EXAMPLES, example), 'utf8').split('\n').length,
    ]);
    expect(lengths.filter(([, length]) => (length as number) > 61)).to.deep.equal([]);
  });
});
