/*
 * Running a TypeScript program in this process: those of spec/conformance and of the documentation.
 *
 * Each has a library of its own, evaluated anew, and in place of the global object one of its
 * own for the helpers of async functions. So its first task is Task-1, as when it is run by
 * hand, and it leaves nothing behind. Starting a process for each would take far longer.
 */

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import { REGISTER_INSTANCE, type Service } from 'ts-node';

const LIBRARY = resolve(__dirname, '../lib/index.ts');

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
  let uncaught: Error | undefined;
  try {
    modules.load(file, source);
  } catch (error) {
    uncaught = error as Error;
  }
  return { output: modules.output, uncaught };
}

/** The modules of one run: the library, the program, and what that imports. */
class Modules {
  output = '';
  private readonly print = (...words: unknown[]): void => {
    this.output += `${format(...words)}\n`;
  };
  private readonly loaded = new Map<string, object>();
  private readonly console = { log: this.print, error: this.print };
  /** Filled by the library; what is in it is global to what is loaded after. */
  private readonly globals: Record<string, unknown> = {};

  load(file: string, source?: string): object {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const exports = {};
    this.loaded.set(file, exports);
    const load = (name: string): object => this.load(resolveFrom(file, name));
    const scope = { ...this.globals, exports, require: load, console: this.console, globalThis: this.globals };
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
