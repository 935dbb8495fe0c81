/*
 * Every example does what is recorded beside it. RECORD=1 records anew.
 */

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { begunEarly, REPOSITORY } from './cli/spawn';

const EXAMPLES = join(REPOSITORY, 'examples');

/** What the example writes to both streams, in order, and its exit status where that is not 0. */
function outputOf(example: string): Promise<string> {
  const script = '"$0" --require ts-node/register/transpile-only lib/cli/main.ts "$1" 2>&1';
  return new Promise((resolve) => {
    const words = ['-c', script, process.execPath, join('examples', example)];
    const child = execFile('sh', words, { cwd: REPOSITORY }, (_error, output) => {
      const status = child.exitCode === 0 ? '' : `exit status ${child.exitCode}\n`;
      resolve(output.replaceAll(`${REPOSITORY}/`, '') + status);
    });
  });
}

describe('The examples', () => {
  const examples = readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts'));
  const outputs = new Map<string, string>();

  const allRun = begunEarly(() =>
    Promise.all(examples.map((example) => outputOf(example).then((output) => outputs.set(example, output)))),
  );

  before('run them all at once', function () {
    this.timeout(60_000); // a process each, on a machine that may be busy
    return allRun();
  });

  for (const example of examples) {
    const recording = join(EXAMPLES, example.replace(/\.ts$/, '.txt'));

    it(`${example} does what is recorded beside it`, () => {
      const output = outputs.get(example) as string;
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
