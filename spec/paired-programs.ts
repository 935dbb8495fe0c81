/*
 * Programs in pairs: each in Python, in TypeScript, and what the real one printed, side by side.
 *
 * Ours are always compared with the recordings; the recordings with the real one, where there
 * is one. RECORD=1 records anew. The folders are spec/conformance and those in it.
 */

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { begunEarly } from './cli/spawn';
import { runProgram } from './program-modules';

type Extension = 'py' | 'ts' | 'txt';

/** A Python that has what is compared with, and what it runs as. */
export interface Python {
  readonly command: string;
  readonly version: string;
  readonly env?: NodeJS.ProcessEnv;
}

const RUN_ALL = resolve(__dirname, 'conformance/run_all.py');

/** The programs of a folder. */
export class PairedPrograms {
  readonly names: readonly string[];

  constructor(
    private readonly folder: string,
    /** What each of them imports: loaded once, for all. */
    private readonly module: string,
    /** The files that serve the programs. */
    private readonly shared: readonly string[],
  ) {
    this.names = [...new Set(this.files().map((file) => file.replace(/\.\w+$/, '')))].sort();
  }

  /** The files of the programs. */
  files(): string[] {
    const isShared = (file: string): boolean => this.shared.includes(file) || file.endsWith('.spec.ts');
    return readdirSync(this.folder).filter((file) => /\.(py|ts|txt)$/.test(file) && !isShared(file));
  }

  textOf(program: string, extension: Extension): string {
    return readFileSync(this.fileOf(program, extension), 'utf8');
  }

  fileOf(program: string, extension: Extension): string {
    return join(this.folder, `${program}.${extension}`);
  }

  /** The comment that a program begins with, line by line: the first is a sentence. */
  headerOf(program: string, extension: Extension): string[] {
    if (!existsSync(this.fileOf(program, extension))) return [];
    const mark = extension === 'py' ? '# ' : '// ';
    const lines = this.textOf(program, extension).split('\n');
    const end = lines.findIndex((line) => !line.startsWith(mark));
    return lines.slice(0, end).map((line) => line.slice(mark.length));
  }

  /** What `python` prints now, by program. */
  run({ command, env }: Python): Promise<Map<string, string>> {
    const files = this.names.map((each) => this.fileOf(each, 'py'));
    const words = ['-E', '-s', '-B', '-u', RUN_ALL, this.module, ...files];
    return promisify(execFile)(command, words, { env: { ...process.env, ...env } }).then(({ stdout }) => {
      const byFile: Record<string, string> = JSON.parse(stdout);
      return new Map(this.names.map((each) => [each, byFile[this.fileOf(each, 'py')] as string]));
    });
  }

  record(python: Python): Promise<void> {
    return this.run(python).then((outputs) => {
      for (const [program, output] of outputs) writeFileSync(this.fileOf(program, 'txt'), output);
    });
  }

  /** Make the specs that hold for the programs of every folder; `findPython` is asked for the real one. */
  describe(findPython: (isRequired: boolean) => Python | undefined, atLeast: number): void {
    if (process.env.RECORD) {
      before('record what the real one prints', () => this.record(findPython(true) as Python));
    }
    this.describeOurs();
    this.describeReal(findPython);
    this.describeFiles(atLeast);
  }

  private describeOurs(): void {
    describe('print the same', () => {
      for (const program of this.names) {
        const [sentence] = this.headerOf(program, 'ts');
        it(`${program}: ${sentence?.replace(/\.$/, '')}`, () => {
          const { output, uncaught } = runProgram(this.fileOf(program, 'ts'));
          expect(uncaught).to.equal(undefined);
          expect(output).to.equal(this.textOf(program, 'txt'));
        });
      }
    });
  }

  private describeReal(findPython: (isRequired: boolean) => Python | undefined): void {
    const programs = this;
    const python = findPython(false);
    const ask = python && begunEarly(() => this.run(python));
    it('print in Python what was recorded', function () {
      if (ask === undefined) this.skip();
      return ask().then((outputs) => programs.compare(outputs, python?.version));
    });
  }

  private compare(outputs: Map<string, string>, version?: string): void {
    const changed = this.names.filter((each) => outputs.get(each) !== this.textOf(each, 'txt'));
    const show = (text: (program: string) => string | undefined): string =>
      changed.map((each) => `${each}:\n${text(each)}`).join('\n');
    const recorded = show((each) => this.textOf(each, 'txt'));
    expect(show((each) => outputs.get(each))).to.equal(recorded, `${this.module} in ${version}`);
  }

  private describeFiles(atLeast: number): void {
    it(`are at least ${atLeast}, each in three files`, () => {
      expect(this.names.length).to.be.at.least(atLeast);
      const wanted = this.names.flatMap((each) => [`${each}.py`, `${each}.ts`, `${each}.txt`]);
      expect(this.files().sort()).to.deep.equal(wanted.sort());
    });

    it('begin with the same comment in both languages', () => {
      const headers = (extension: Extension): string[][] => this.names.map((each) => this.headerOf(each, extension));
      expect(headers('ts')).to.deep.equal(headers('py'));
    });

    it('are short: 60 lines at most', () => {
      const lengthOf = (file: string): number =>
        readFileSync(join(this.folder, file), 'utf8').trimEnd().split('\n').length;
      expect(this.files().filter((file) => !file.endsWith('.txt') && lengthOf(file) > 60)).to.deep.equal([]);
    });
  }
}
