/**
 * Which file is the program: the one that was named, or the first example.
 *
 * What cannot be one (a folder, a file in another language) is refused here, so that
 * Node's loader, which tries to run anything as JavaScript, never sees it.
 */

import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { UsageError } from './usage-error';

/** What a program's name may end in. One without an ending is JavaScript, as for Node. */
const PROGRAM_EXTENSIONS = ['.ts', '.cts', '.mts', '.js', '.cjs', '.mjs'];

/** @throws UsageError outside this library's own folder, where there are no examples. */
export function defaultProgram(): string {
  const hello = join(__dirname, '../../examples/hello.ts');
  if (!existsSync(hello)) throw new UsageError('which program? Name a file; --help says more');
  return hello;
}

/** Tell whether `file` is a recorded run, by the ending of its name. */
export function isTraceFile(file: string): boolean {
  return /\.jsonl?$/.test(file);
}

/**
 * Give the absolute path of the program.
 *
 * @throws UsageError when `file` is not there, cannot be read, or is no program.
 */
export function findProgram(file: string): string {
  requireFile(file);
  if (statSync(file).isDirectory()) throw new UsageError(`${file} is a folder; name a file in it`);
  const extension = extname(file);
  if (extension !== '' && !PROGRAM_EXTENSIONS.includes(extension)) {
    throw new UsageError(`${file} is no program: its name would end in ${PROGRAM_EXTENSIONS.join(', ')}`);
  }
  return resolve(file);
}

/** @throws UsageError when `file` is not there, or cannot be read. */
export function requireFile(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (file === '') throw new UsageError('the name of the file is empty');
    throw new UsageError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read: ${message}`);
  }
}
