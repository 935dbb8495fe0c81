/**
 * Running the programs of the documentation, and checking their types, for docs.spec.ts.
 *
 * Types are checked for all programs at once, as files that are only in memory. In JavaScript a
 * parameter cannot say its type, and need not.
 */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { filesBelow, type Program, ROOT } from './docs-pages';
import { runProgram } from './program-modules';

/** TypeScript's number for a parameter without a type. */
const IMPLICIT_ANY = 7006;

const INDEX = join(ROOT, 'lib', 'index.ts');

/** Run a program. What it throws in the end is the last line of its output. */
export function run({ file, source }: Program): { output: string; uncaught: string } {
  const { output, uncaught } = runProgram(file, source);
  const text = uncaught === undefined ? '' : String(uncaught);
  return { output: `${output}${text}`.trimEnd().replaceAll(`${dirname(file)}/`, ''), uncaught: text };
}

// ----- Checking types

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, {}, join(ROOT, 'tsconfig.json'));
  return { ...options, types: ['node'], allowJs: true, checkJs: true, moduleDetection: ts.ModuleDetectionKind.Force };
}

/** The programs and the library, as TypeScript sees them. It takes seconds, and is done once. */
export class CheckedPrograms {
  private readonly program: ts.Program;

  constructor(private readonly all: readonly Program[]) {
    const options = compilerOptions();
    const sources = new Map(all.map(({ file, source }) => [file, source]));
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (file) => sources.has(file) || fileExists(file);
    host.readFile = (file) => sources.get(file) ?? readFile(file);
    host.getSourceFile = (file, target) => {
      const source = sources.get(file);
      return source === undefined ? getSourceFile(file, target) : ts.createSourceFile(file, source, target);
    };
    this.program = ts.createProgram([INDEX, ...sources.keys()], options, host);
  }

  typeErrors(): string[] {
    return this.all.flatMap(({ place, file }) => {
      const source = this.program.getSourceFile(file) as ts.SourceFile;
      const diagnostics = [
        ...this.program.getSyntacticDiagnostics(source),
        ...this.program.getSemanticDiagnostics(source),
      ];
      const counted = file.endsWith('.cjs') ? diagnostics.filter(({ code }) => code !== IMPLICIT_ANY) : diagnostics;
      return counted.map(({ start = 0, messageText }) => {
        const line = source.getLineAndCharacterOfPosition(start).line + 1;
        return `${place} + ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
    });
  }

  /** All that lib/index.ts exports, types included. */
  exportedNames(): string[] {
    const checker = this.program.getTypeChecker();
    const module = checker.getSymbolAtLocation(this.program.getSourceFile(INDEX) as ts.SourceFile);
    if (module === undefined) throw new Error(`${INDEX} exports nothing`);
    return checker.getExportsOfModule(module).map((symbol) => symbol.name);
  }
}

// ----- Asking the library

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
