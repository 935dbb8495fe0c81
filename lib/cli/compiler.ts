/**
 * The compiler that makes a program's async functions ours: TypeScript, by way of ts-node.
 *
 * It works by the options below and no others, whatever tsconfig.json lies around, on one
 * file at a time, and does not look at types. It is not part of the package: where it was
 * not installed beside this library, it may be beside the program.
 *
 * TypeScript's helpers are written into each file that needs them, as always; but not
 * those that are ours (lib/coroutine/install-helpers.ts). With `noEmitHelpers` a program
 * would lack the others, too.
 */

import { dirname } from 'node:path';
import type * as TsNode from 'ts-node';
import type * as TypeScript from 'typescript';
import { ProgramSyntaxError } from './program-syntax-error';
import { UsageError } from './usage-error';

/** Make JavaScript of the text of a file, with its source map at the end. */
export type Compile = (text: string, file: string) => string;

/** Give the compiler, undefined where none is installed. */
export function findCompiler(program: string): Compile | undefined {
  const paths = [__dirname, dirname(program)];
  const typescriptPath = resolveFrom(paths, 'typescript');
  const tsNodePath = resolveFrom(paths, 'ts-node');
  if (typescriptPath === undefined || tsNodePath === undefined) return undefined;
  const typescript = require(typescriptPath) as typeof TypeScript;
  const tsNode = require(tsNodePath) as typeof TsNode;
  const service = tsNode.create({
    compiler: typescriptPath,
    compilerOptions: COMPILER_OPTIONS,
    skipProject: true,
    transpileOnly: true,
    transformers: { after: [leaveOutOurHelpers(typescript)] },
  });
  return (text, file) => {
    refuseModuleByName(file);
    try {
      return service.compile(text, file);
    } catch (error) {
      throw asSyntaxError(error, text, typescript);
    }
  };
}

/** TypeScript leaves import and export in such a file, whatever it is told. */
function refuseModuleByName(file: string): void {
  if (!file.endsWith('.mts')) return;
  throw new UsageError(
    `${file} is an ES module by its name, and programs are compiled to CommonJS. Name it .ts: import and export may stay`,
  );
}

const COMPILER_OPTIONS = {
  target: 'ES2016',
  module: 'CommonJS',
  moduleResolution: 'Node10',
  sourceMap: true,
  allowJs: true,
  esModuleInterop: true,
  // A program in JavaScript is as strict as it says itself.
  alwaysStrict: false,
};

/** Find a package from any of these folders. */
export function resolveFrom(paths: string[], name: string): string | undefined {
  try {
    return require.resolve(name, { paths });
  } catch {
    return undefined;
  }
}

const OUR_HELPERS = new Set(
  ['awaiter', 'await', 'asyncGenerator', 'asyncDelegator', 'asyncValues'].map((name) => `typescript:${name}`),
);

function leaveOutOurHelpers(typescript: typeof TypeScript): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return () => (file) => {
    for (const helper of [...(typescript.getEmitHelpers(file) ?? [])]) {
      if (OUR_HELPERS.has(helper.name)) typescript.removeEmitHelper(file, helper);
    }
    return file;
  };
}

/** The first of the compiler's complaints: the others often follow from it. */
function asSyntaxError(error: unknown, text: string, typescript: typeof TypeScript): unknown {
  const [complaint] = (error as { diagnostics?: readonly TypeScript.Diagnostic[] }).diagnostics ?? [];
  if (complaint?.file === undefined) return error;
  const { line, character } = complaint.file.getLineAndCharacterOfPosition(complaint.start ?? 0);
  const message = typescript.flattenDiagnosticMessageText(complaint.messageText, '\n');
  return new ProgramSyntaxError(message, complaint.file.fileName, text, line, character);
}
