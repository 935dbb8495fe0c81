/**
 * Running a program, as its main module, in this process, and ending with it: nothing comes after.
 *
 * TypeScript is compiled for this library: its async functions become coroutines. Where only
 * esbuild is to be had, they stay as they are. JavaScript runs as it is, as under `node FILE`,
 * whatever is installed: it needs no compiler, and by the presence of one its meaning is not to
 * change. To be watched it is compiled, if it can be: of a coroutine more is to be seen. Only ES
 * modules by name are left as they are then, too.
 *
 * Counterpart: runpy.run_path.
 */

import { compileOnLoad, JAVASCRIPT, TYPESCRIPT } from './compile-on-load';
import { type Compile, findCompiler } from './compiler';
import { letProgramTakeOver } from './ending';
import { findEsbuild } from './esbuild';
import { loadMain } from './main-module';
import { resolveToThisLibrary } from './resolve-imports';
import { UsageError } from './usage-error';

/**
 * Load the program in `file`, and so run it.
 *
 * @param args what it is to find in `process.argv` after its own name.
 * @throws whatever the program throws; UsageError when it needs a compiler, and there is none.
 */
export function runProgram(file: string, args: readonly string[]): void {
  compileOnLoad(TYPESCRIPT, typescriptCompiler(file));
  load(file, args);
}

/** Do as `runProgram` does, with JavaScript compiled. */
export function runCompiled(file: string, args: readonly string[]): void {
  const compile = findCompiler(file);
  if (compile !== undefined) {
    compileOnLoad([...TYPESCRIPT, ...JAVASCRIPT], compile);
    load(file, args);
  } else {
    runProgram(file, args);
  }
}

function load(file: string, args: readonly string[]): void {
  resolveToThisLibrary(file);
  process.argv = [process.execPath, file, ...args];
  letProgramTakeOver();
  loadMain(file);
}

/** Give what compiles TypeScript. It is looked for when it is needed: to load it takes longer than most programs. */
function typescriptCompiler(program: string): Compile {
  let found: Compile | undefined;
  return (text, file) => {
    found ??= findCompiler(program) ?? findEsbuild(program);
    if (found === undefined) throw new UsageError(`${file} is TypeScript, and ${WITHOUT_COMPILER}`);
    return found(text, file);
  };
}

const WITHOUT_COMPILER =
  'its compiler is not installed here. To install it: npm install --save-dev typescript ts-node (tsx, or esbuild, will do, too)';
