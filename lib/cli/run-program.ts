/**
 * Running a program: much as `node FILE` does, but compiled for this library.
 *
 * It runs in this process, as its main module, and ends with it: nothing comes after. Where
 * no compiler is to be found, a program in JavaScript runs as it is; one that uses generators
 * needs none.
 *
 * Counterpart: runpy.run_path.
 */

import { compileOnLoad } from './compile-on-load';
import { findCompiler } from './compiler';
import { letProgramTakeOver } from './ending';
import { nodeLoader } from './node-loader';
import { resolveToThisLibrary } from './resolve-imports';
import { UsageError } from './usage-error';

/**
 * Load the program in `file`, and so run it.
 *
 * @param args what it is to find in `process.argv` after its own name.
 * @throws whatever the program throws; UsageError when it needs a compiler, and there is none.
 */
export function runProgram(file: string, args: readonly string[]): void {
  const compile = findCompiler(file);
  checkKind(file, compile !== undefined);
  if (compile !== undefined) compileOnLoad(compile);
  resolveToThisLibrary();
  process.argv = [process.execPath, file, ...args];
  letProgramTakeOver();
  nodeLoader._load(file, null, true);
}

function checkKind(file: string, compiled: boolean): void {
  const [, letter, language] = /\.([cm]?)([jt]s)$/.exec(file) ?? [];
  if (language === 'ts' && !compiled) {
    throw new UsageError(
      `${file} is TypeScript, and its compiler is not installed here. To install it: npm install --save-dev typescript ts-node`,
    );
  }
  if (letter === 'm' && compiled) {
    throw new UsageError(
      `${file} is an ES module by its name, and programs are compiled to CommonJS. Name it .${language}: import and export may stay`,
    );
  }
}
