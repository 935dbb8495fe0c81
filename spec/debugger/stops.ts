/*
 * Programs of this folder, stopped by Node's debugger: where, and who called.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../cli/spawn';
import { ROOT } from '../docs-pages';

/** What Node's debugger says of a call on the stack; or of one that awaits it, and of that less. */
export interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Undefined of a call that is not on the stack. */
  readonly variables: Record<string, unknown> | undefined;
}

interface Configuration {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly skipFiles: readonly string[];
}

export const WORKSPACE = `$\{workspaceFolder}`;
const WATCH = join(__dirname, 'watch.js');

export const { configurations }: { configurations: Configuration[] } = JSON.parse(
  readFileSync(join(ROOT, '.vscode', 'launch.json'), 'utf8'),
);

/** What an IDE makes of skipFiles: one pattern. */
function skippedBy(name: string): string {
  const { skipFiles } = configurations.find((each) => each.name === name) as Configuration;
  const patterns = skipFiles.map((glob) =>
    glob.replace('<node_internals>/', 'node:').replace(WORKSPACE, ROOT).replaceAll('.', '\\.').replaceAll('**', '.*'),
  );
  return [...patterns, WATCH].join('|');
}

/** A program of this folder. */
export class Debuggee {
  readonly file: string;

  constructor(name: string) {
    this.file = join(__dirname, name);
  }

  /** The number of its line that has `text`. */
  lineOf(text: string): number {
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.findIndex((line) => line.includes(text)) + 1;
  }

  /** Run it, give the debugger these commands at its stops, and tell of each: who called, the innermost first. */
  stops(configuration: string, ...commands: string[]): Promise<Frame[][]> {
    const words = ['--require', 'ts-node/register/transpile-only', WATCH, commands.join(), skippedBy(configuration)];
    return command(ROOT, process.execPath, ...words, this.file).then(({ stdout }) =>
      stdout
        .split('\n')
        .filter((line) => line.startsWith('['))
        .map((line) => JSON.parse(line)),
    );
  }
}

/** Each place once where steps stop more than once on their way through a line. */
export function placesOf(stops: readonly Frame[][]): string[] {
  const places = stops.map(([frame]) => `${frame?.name}:${frame?.line}`);
  return places.filter((place, i) => place !== places[i - 1]);
}
