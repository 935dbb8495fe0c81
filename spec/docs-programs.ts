/**
 * Running the programs of the documentation, and checking their types, for docs.spec.ts.
 *
 * Each program runs in this process, with a library of its own and in place of the global object
 * one of its own for the helpers of async functions: so its first task is Task-1, and it leaves
 * nothing behind. Types are checked for all programs at once, as files that are only in memory.
 */

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import { REGISTER_INSTANCE, type Service } from 'ts-node';
import * as ts from 'typescript';
import { filesBelow, type Program, ROOT } from './docs-pages';

const INDEX = join(ROOT, 'lib', 'index.ts');

const service = process[REGISTER_INSTANCE] as Service;
type Evaluate = (...scope: unknown[]) => void;
const compiled = new Map<string, Evaluate>();

/** Run a program with a library of its own, so that its first task is Task-1 and it leaves nothing behind. */
export function run(program: Program): { output: string; uncaught: string } {
  const lines: string[] = [];
  const print = (...args: unknown[]): unknown => lines.push(format(...args));
  const console = { log: print, error: print };
  const globals: Record<string, unknown> = {};
  const library = loadLibrary(console, globals);
  let uncaught = '';
  try {
    const names = ['exports', 'require', 'console', ...Object.keys(globals)];
    const evaluate = compile(program.source, program.file, names);
    evaluate({}, (name: string) => importOnly('yieldstar', name, library), console, ...Object.values(globals));
  } catch (error) {
    uncaught = String(error);
    lines.push(uncaught);
  }
  return { output: lines.join('\n').replaceAll(`${dirname(program.file)}/`, ''), uncaught };
}

/** Evaluate the library anew, with `globals` in place of the global object. */
function loadLibrary(console: object, globals: object): object {
  const modules = new Map<string, object>();
  const load = (file: string): object => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const exports = {};
    modules.set(file, exports);
    if (!compiled.has(file)) {
      compiled.set(file, compile(readFileSync(file, 'utf8'), file, ['exports', 'require', 'console', 'globalThis']));
    }
    const resolveFrom = (name: string): object => load(`${resolve(dirname(file), name)}.ts`);
    (compiled.get(file) as Evaluate)(exports, resolveFrom, console, globals);
    return exports;
  };
  return load(INDEX);
}

/** ts-node compiles, as for the specs, so that the lines in traces are those of the source. */
function compile(source: string, file: string, names: string[]): Evaluate {
  return compileFunction(service.compile(source, file), names, { filename: file }) as Evaluate;
}

function importOnly(wanted: string, name: string, library: object): object {
  if (name !== wanted) throw new Error(`a program of the documentation imports from '${wanted}' only, not '${name}'`);
  return library;
}

// ----- Checking types

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, {}, join(ROOT, 'tsconfig.json'));
  return { ...options, types: ['node'], moduleDetection: ts.ModuleDetectionKind.Force };
}

export function typeErrorsOf(all: readonly Program[]): string[] {
  const options = compilerOptions();
  const sources = new Map(all.map((program) => [program.file, program.source]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, target) => {
    const source = sources.get(file);
    return source === undefined ? getSourceFile(file, target) : ts.createSourceFile(file, source, target);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return all.flatMap(({ place, file }) => {
    const source = program.getSourceFile(file);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.map(({ start = 0, messageText }) => {
      const line = (source as ts.SourceFile).getLineAndCharacterOfPosition(start).line + 1;
      return `${place} + ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}

// ----- Asking the library

/** All that lib/index.ts exports, types included. */
export function exportedNames(): string[] {
  const program = ts.createProgram([INDEX], { ...compilerOptions(), noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(INDEX) as ts.SourceFile);
  if (module === undefined) throw new Error(`${INDEX} exports nothing`);
  return checker.getExportsOfModule(module).map((symbol) => symbol.name);
}

/** Whether a file has the method, in the class or in one that it is made from. */
export function isInLibrary(classAndMethod: string): boolean {
  const [name, method] = classAndMethod.split('.');
  const declared = new RegExp(`^export (abstract )?class ${name}\\b`, 'm');
  const texts = filesBelow(join(ROOT, 'lib'), '.ts').map((file) => readFileSync(file, 'utf8'));
  const own = texts.find((text) => declared.test(text)) ?? '';
  const base = /class \w+(?:<[^{]*?>)? extends (\w+)/.exec(own.slice(own.search(declared)))?.[1];
  if (new RegExp(`^  [a-z ]*\\b${method}[<(]`, 'm').test(own)) return true;
  return own !== '' && base !== undefined && isInLibrary(`${base}.${method}`);
}
