/**
 * esbuild, which is there where tsx is: what is left to compile TypeScript where ts-node is not installed.
 *
 * It takes the types away, and turns modules into CommonJS; async functions stay native. So a
 * program behaves as under tsx, but for one thing: it is not run in a job of the host.
 *
 * tsx itself is not asked: it would compile what it likes, by the tsconfig.json it finds.
 */

import { dirname } from 'node:path';
import { type Compile, resolveFrom } from './compiler';
import { ProgramSyntaxError } from './program-syntax-error';

/** What is used of the package. */
interface Esbuild {
  transformSync(text: string, options: Record<string, string>): { readonly code: string };
}

/** What it throws. Lines count from 1, columns from 0. */
interface Failure {
  readonly errors?: readonly { readonly text: string; readonly location: { line: number; column: number } | null }[];
}

/** Give it as a compiler, undefined where neither esbuild nor tsx is installed. */
export function findEsbuild(program: string): Compile | undefined {
  const paths = [__dirname, dirname(program)];
  const tsx = resolveFrom(paths, 'tsx');
  const path = resolveFrom(tsx === undefined ? paths : [...paths, dirname(tsx)], 'esbuild');
  if (path === undefined) return undefined;
  const esbuild = require(path) as Esbuild;
  // From here on: of this library, which was loaded before, lines are known by what was compiled.
  process.setSourceMapsEnabled(true);
  return (text, file) => {
    try {
      return esbuild.transformSync(text, { ...OPTIONS, sourcefile: file }).code;
    } catch (error) {
      throw asSyntaxError(error, text, file);
    }
  };
}

const OPTIONS = { loader: 'ts', format: 'cjs', target: `node${process.versions.node}`, sourcemap: 'inline' };

function asSyntaxError(error: unknown, text: string, file: string): unknown {
  const [complaint] = (error as Failure).errors ?? [];
  if (complaint?.location == null) return error;
  return new ProgramSyntaxError(complaint.text, file, text, complaint.location.line - 1, complaint.location.column);
}
