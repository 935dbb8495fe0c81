/**
 * Running programs by the command, as `npm start` does.
 *
 * Each run starts a process and compiles the library: about a second. The specs here
 * start few of them, at once where they can, and look at several things in each.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const REPOSITORY = join(__dirname, '../..');

/** What a process left behind. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run `yieldstar ...words` from the sources. */
export function yieldstar(...words: string[]): Promise<Ended> {
  return node(REPOSITORY, '--require', 'ts-node/register/transpile-only', 'lib/cli/main.ts', ...words);
}

/** Run `node ...words` in `folder`. */
export function node(folder: string, ...words: string[]): Promise<Ended> {
  return command(folder, process.execPath, ...words);
}

/** Run any command in `folder`. */
export function command(folder: string, name: string, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(name, words, { cwd: folder }, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** A folder outside the repository, with `files` in it. `remove` it afterwards. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'yieldstar-')));

  constructor(files: Record<string, string> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    writeFileSync(this.file(name), text);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
