/*
 * Running a TypeScript program in this process: those of spec/conformance and of the documentation.
 *
 * Each has a library of its own, evaluated anew, and the helpers of async functions, which that
 * would make global, to itself. So its first task is Task-1, as when it is run by hand, and it
 * leaves nothing behind. Starting a process for each would take far longer.
 *
 * What it writes goes to the streams of this process, and is caught there: whoever watches a
 * program from within may catch it first.
 */

import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { compileFunction } from 'node:vm';
import { REGISTER_INSTANCE, type Service } from 'ts-node';
import { captureOutput } from '../lib/host/capture-output';

const LIBRARY = resolve(__dirname, '../lib/index.ts');
/** The one file that defines something global. */
const INSTALLER = resolve(__dirname, '../lib/coroutine/install-helpers.ts');

const service = process[REGISTER_INSTANCE] as Service;
type Evaluate = (...scope: unknown[]) => void;
const compiled = new Map<string, Evaluate>();

/** What a program wrote, to either stream, and what it threw in the end, if it did. */
export interface Run {
  readonly output: string;
  readonly uncaught: Error | undefined;
}

/** Run the program of `file`; of `source`, where that is given. */
export function runProgram(file: string, source?: string): Run {
  const modules = new Modules();
  modules.load(LIBRARY);
  let output = '';
  const release = captureOutput((_, text) => {
    output += stripVTControlCharacters(text); // a terminal is shown colours
  });
  let uncaught: Error | undefined;
  try {
    modules.load(file, source);
  } catch (error) {
    uncaught = error as Error;
  } finally {
    release();
  }
  return { output, uncaught };
}

/** The modules of one run: the library, the program, and what that imports. */
class Modules {
  private readonly loaded = new Map<string, object>();
  /** Filled by the library; what is in it is global to what is loaded after. */
  private readonly helpers: Record<string, unknown> = {};

  load(file: string, source?: string): object {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const exports = {};
    this.loaded.set(file, exports);
    const load = (name: string): object => (isBuiltin(name) ? require(name) : this.load(resolveFrom(file, name)));
    const globals = file === INSTALLER ? this.helpers : globalThis;
    const scope = { ...this.helpers, exports, require: load, globalThis: globals };
    compile(file, source, Object.keys(scope))(...Object.values(scope));
    return exports;
  }
}

function resolveFrom(file: string, name: string): string {
  return name === 'yieldstar' ? LIBRARY : join(dirname(file), `${name}.ts`);
}

/** ts-node compiles, as for the specs, so that the lines in traces are those of the source. */
function compile(file: string, source: string | undefined, names: string[]): Evaluate {
  if (source !== undefined) return compileText(source, file, names);
  const key = [file, ...names].join();
  const evaluate = compiled.get(key) ?? compileText(readFileSync(file, 'utf8'), file, names);
  compiled.set(key, evaluate);
  return evaluate;
}

function compileText(text: string, file: string, names: string[]): Evaluate {
  return compileFunction(service.compile(text, file), names, { filename: file }) as Evaluate;
}
