/*
 * Running a program in this process: those of spec/conformance and of the documentation.
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
import type * as Library from '../lib';
import { captureOutput } from '../lib/host/capture-output';
import { restyle, type Style } from '../tools/restyle';
import { compileInStyle, helpersFrom } from './compile-in-style';

const LIBRARY = resolve(__dirname, '../lib/index.ts');
/** The one file that defines something global. */
const INSTALLER = resolve(__dirname, '../lib/coroutine/install-helpers.ts');

const service = process[REGISTER_INSTANCE] as Service;
type Evaluate = (...scope: unknown[]) => void;
const compiled = new Map<string, Evaluate>();
/** By folder, what the names in its files lead to. */
const resolved = new Map<string, Map<string, string>>();

/** What a program wrote, to either stream, and what it threw in the end, if it did. */
export interface Run {
  readonly output: string;
  readonly uncaught: Error | undefined;
}

/** Run the program of `file`; of `source`, where that is given; with its coroutines rewritten, where `style` is. */
export function runProgram(file: string, source?: string, style?: Style): Run {
  const modules = new Modules(style);
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
    new Promise(() => {}); // one that is not its own: its library takes its leave of V8, and of Node's events
  }
  return { output, uncaught };
}

/** The modules of one run: the library, the program, and what that imports. */
class Modules {
  private readonly loaded = new Map<string, object>();
  /** Filled by the library; what is in it is global to what is loaded after. */
  private readonly helpers: Record<string, unknown> = {};

  constructor(private readonly style: Style | undefined) {}

  load(file: string, source?: string): object {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const exports = {};
    this.loaded.set(file, exports);
    const fileOf = resolverFrom(dirname(file));
    const load = (name: string): object => (isBuiltin(name) ? require(name) : this.load(fileOf(name)));
    const globals = file === INSTALLER ? this.helpers : globalThis;
    const style = file.startsWith(dirname(LIBRARY)) ? undefined : this.style;
    const helpers = style && helpersFrom(this.load(LIBRARY) as typeof Library);
    const scope = { ...this.helpers, ...helpers, exports, require: load, globalThis: globals };
    compile(file, source, Object.keys(scope), style)(...Object.values(scope));
    return exports;
  }
}

function resolverFrom(folder: string): (name: string) => string {
  const known = resolved.get(folder) ?? new Map<string, string>();
  resolved.set(folder, known);
  return (name) => {
    const file = known.get(name) ?? (name === 'yieldstar' ? LIBRARY : join(folder, `${name}.ts`));
    known.set(name, file);
    return file;
  };
}

/**
 * ts-node compiles, as for the specs, so that the lines in traces are those of the source.
 * JavaScript is left as it is: the async functions in it are native.
 */
function compile(file: string, source: string | undefined, names: string[], style: Style | undefined): Evaluate {
  if (source !== undefined) return compileText(source, file, names, style);
  const key = [file, style, ...names].join();
  const evaluate = compiled.get(key) ?? compileText(readFileSync(file, 'utf8'), file, names, style);
  compiled.set(key, evaluate);
  return evaluate;
}

function compileText(text: string, file: string, names: string[], style: Style | undefined): Evaluate {
  if (style !== undefined) return compileInStyle(restyle(text, style), file, style, names);
  const code = file.endsWith('.cjs') ? text : service.compile(text, file);
  return compileFunction(code, names, { filename: file }) as Evaluate;
}
