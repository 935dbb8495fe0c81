/**
 * Running programs by the command, as `npm start` does.
 *
 * Each run starts a process, which takes half a second and more. So the specs here start few of
 * them, before all specs are run, and look at several things in each.
 */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const REPOSITORY = join(__dirname, '../..');

/** What a process left behind. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run `yieldstar ...words` from the sources. */
export function yieldstar(...words: string[]): Promise<Ended> {
  return command(
    REPOSITORY,
    process.execPath,
    '--require',
    'ts-node/register/transpile-only',
    'lib/cli/main.ts',
    ...words,
  );
}

/** Nothing of the user's is to have a say: neither in what Node and ts-node do, nor in colours, nor what npm has set. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_|TS_NODE_|NO_COLOR$|FORCE_COLOR$|npm_)/i.test(name)),
);

/** How many processes may be started yet: more than there are processors would only be in each other's way. */
let free = availableParallelism();
const waiting: (() => void)[] = [];

/** Run a command in `folder`, as soon as those that began earlier let it. */
export function command(folder: string, name: string, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const start = () => {
      const child = execFile(name, words, { cwd: folder, env: ENVIRONMENT }, (_error, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr });
        free += 1;
        startNext();
      });
    };
    waiting.push(start);
    startNext();
  });
}

function startNext(): void {
  if (free === 0 || waiting.length === 0) return;
  free -= 1;
  waiting.shift()?.();
}

/** Wait for all of `runs`, and give them by their names. */
export function together<K extends string>(runs: Record<K, Promise<Ended>>): Promise<Record<K, Ended>> {
  const names = Object.keys(runs) as K[];
  return Promise.all(names.map((name) => runs[name])).then(
    (ended) => Object.fromEntries(ended.map((each, i) => [names[i], each])) as Record<K, Ended>,
  );
}

/**
 * Begin at once what takes long, so that it goes on while other specs run, and give a function
 * that waits for it. A dry run begins nothing, and one of some specs only what these need.
 */
export function begunEarly<T>(begin: () => Promise<T>): () => Promise<T> {
  if (process.argv.some((word) => /^(--dry-run|-g|-f|--f?grep)\b/.test(word))) return begin;
  const begun = begin();
  begun.catch(() => {}); // whoever waits for it will tell
  return () => begun;
}

/** A folder outside the repository. `remove` it afterwards. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'yieldstar-')));

  /** Write a file, and give its path. */
  write(name: string, text: string): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
