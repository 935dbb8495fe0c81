/**
 * Files are compiled as the program loads them: TypeScript always; JavaScript where its async
 * functions have to become coroutines. But not what is in node_modules, nor this library.
 *
 * A file compiles to a CommonJS module, whatever its package.json says of it.
 */

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { sep } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Compile } from './compiler';
import { LIBRARY_FOLDER } from './library-folder';
import { type LoadingModule, nodeLoader } from './node-loader';
import { ProgramSyntaxError } from './program-syntax-error';

export const TYPESCRIPT = ['.ts', '.cts', '.mts'];
/** An ES module by its name is left to Node. */
export const JAVASCRIPT = ['.js', '.cjs'];

const NODE_MODULES = `${sep}node_modules${sep}`;

/** Hook into the loader of files whose names end in any of `endings`. */
export function compileOnLoad(endings: readonly string[], compile: Compile): void {
  const { _extensions: extensions } = nodeLoader;
  const loadJavaScript = extensions['.js'] as (typeof extensions)[string];
  // Node loads these by way of '.js', where they have no hook of their own.
  extensions['.mjs'] ??= loadJavaScript;
  for (const extension of endings) {
    const loadOther = extensions[extension] ?? loadJavaScript;
    extensions[extension] = (module, file) => {
      if (file.startsWith(LIBRARY_FOLDER) || file.includes(NODE_MODULES)) loadOther(module, file);
      else loadCompiled(module, file, compile);
    };
  }
}

function loadCompiled(module: LoadingModule, file: string, compile: Compile): void {
  const text = readFileSync(file, 'utf8');
  const code = compile(text, file);
  try {
    module._compile(code, file, 'commonjs');
  } catch (error) {
    if (error instanceof SyntaxError) checkSyntax(code, file, text);
    throw error;
  }
}

/**
 * Find what the compiler let pass, and the host does not. The host says where in the compiled
 * code, at the head of the trace: `file:line`, the line, and a mark below it.
 *
 * @throws ProgramSyntaxError
 */
function checkSyntax(code: string, file: string, text: string): void {
  try {
    compileFunction(code, PARAMETERS, { filename: file });
  } catch (error) {
    const { message, stack = '' } = error as SyntaxError;
    const [place = '', , mark = ''] = stack.split('\n');
    const line = Number(place.slice(file.length + 1)) - 1;
    const origin = sourceMapOf(code).findEntry(line, Math.max(0, mark.indexOf('^')));
    if (!('originalLine' in origin)) throw error;
    throw new ProgramSyntaxError(message, file, text, origin.originalLine, origin.originalColumn);
  }
}

/** What Node gives to a CommonJS module. */
const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

function sourceMapOf(code: string): SourceMap {
  const encoded = code.slice(code.lastIndexOf('base64,') + 'base64,'.length);
  return new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()));
}
