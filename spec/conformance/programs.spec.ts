/*
 * Programs in pairs: each in Python, in TypeScript, and what CPython printed.
 *
 * Ours are always compared with the recordings; the recordings with CPython, where there is
 * one. RECORD=1 records anew; with REQUIRE_CPYTHON=1 there has to be one. See README.md.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runProgram } from '../program-modules';

const { findCPython } = require('../../tools/find-cpython.js');

type Extension = 'py' | 'ts' | 'txt';

/** The files that serve the programs. */
const SHARED = new Set([
  'programs.spec.ts',
  'run-program.ts',
  'run_all.py',
  'say.ts',
  'virtual_threads.py',
  'virtual_time.py',
]);

/** The files of the programs. */
function listFiles(): string[] {
  return readdirSync(__dirname).filter((file) => /\.(py|ts|txt)$/.test(file) && !SHARED.has(file));
}

const programs = [...new Set(listFiles().map((file) => file.replace(/\.\w+$/, '')))].sort();

function fileOf(program: string, extension: Extension): string {
  return join(__dirname, `${program}.${extension}`);
}

function textOf(program: string, extension: Extension): string {
  return readFileSync(fileOf(program, extension), 'utf8');
}

/** The comment that a program begins with, line by line: the first is a sentence. */
function headerOf(program: string, extension: Extension): string[] {
  if (!existsSync(fileOf(program, extension))) return [];
  const mark = extension === 'py' ? '# ' : '// ';
  const lines = textOf(program, extension).split('\n');
  const end = lines.findIndex((line) => !line.startsWith(mark));
  return lines.slice(0, end).map((line) => line.slice(mark.length));
}

/** What CPython prints now, by program. */
function runCPython(command: string): Map<string, string> {
  const script = join(__dirname, 'run_all.py');
  const outputs = execFileSync(command, ['-E', '-s', '-B', script, ...programs.map((each) => fileOf(each, 'py'))]);
  const byFile: Record<string, string> = JSON.parse(String(outputs));
  return new Map(programs.map((each) => [each, byFile[fileOf(each, 'py')] as string]));
}

describe('Programs in Python and in TypeScript', () => {
  if (process.env.RECORD) {
    before('record what CPython prints', () => {
      const { command } = findCPython({ ...process.env, REQUIRE_CPYTHON: '1' });
      for (const [program, output] of runCPython(command)) writeFileSync(fileOf(program, 'txt'), output);
    });
  }

  describe('print the same', () => {
    for (const program of programs) {
      const [sentence] = headerOf(program, 'ts');
      it(`${program}: ${sentence?.replace(/\.$/, '')}`, () => {
        const { output, uncaught } = runProgram(fileOf(program, 'ts'));
        expect(uncaught).to.equal(undefined);
        expect(output).to.equal(textOf(program, 'txt'));
      });
    }
  });

  it('print in Python what was recorded', function () {
    const python = findCPython();
    if (python === undefined) this.skip();
    const outputs = runCPython(python.command);
    const changed = programs.filter((program) => outputs.get(program) !== textOf(program, 'txt'));
    const show = (text: (program: string) => string | undefined): string =>
      changed.map((program) => `${program}:\n${text(program)}`).join('\n');
    const recorded = show((program) => textOf(program, 'txt'));
    expect(show((program) => outputs.get(program))).to.equal(recorded, `CPython ${python.version}`);
  });

  it('are at least 60, each in three files', () => {
    expect(programs.length).to.be.at.least(60);
    const wanted = programs.flatMap((program) => [`${program}.py`, `${program}.ts`, `${program}.txt`]);
    expect(listFiles().sort()).to.deep.equal(wanted.sort());
  });

  it('begin with the same comment in both languages', () => {
    const headers = (extension: Extension): string[][] => programs.map((program) => headerOf(program, extension));
    expect(headers('ts')).to.deep.equal(headers('py'));
  });

  it('are short: 60 lines at most', () => {
    const lengthOf = (file: string): number => readFileSync(join(__dirname, file), 'utf8').trimEnd().split('\n').length;
    expect(listFiles().filter((file) => !file.endsWith('.txt') && lengthOf(file) > 60)).to.deep.equal([]);
  });
});
