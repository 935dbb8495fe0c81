/**
 * What the specs of the host use: programs that are watched, and their chains as text.
 */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EventLoop, type Task } from '../../lib';
import { NodeHost } from '../../lib/host/node-host';

export const host = new NodeHost();

/** For each spec of a suite, watch, and give a new loop. */
export function watchedLoop(): () => EventLoop {
  let loop: EventLoop;
  beforeEach(() => {
    host.watch();
    loop = new EventLoop();
  });
  afterEach(() => host.unwatch());
  return () => loop;
}

/** The calls by which `task` waits, as `name:line`. */
export function chainOf(task: Task): string[] {
  return host.chainOf(task.getCoro() as Generator).map(({ name, line }) => `${name}:${line}`);
}

/** The variables of the calls by which `task` waits, each as `name = value`. */
export function variablesOf(task: Task): string[][] {
  const places = host.chainOf(task.getCoro() as Generator, { variables: true });
  return places.map(({ variables = [] }) => variables.map(({ name, value }) => `${name} = ${value}`));
}

/** Gives, of the lines in `file` that end in a comment, their numbers: `at('main')` of the one with `// main`. */
export function linesMarkedIn(file: string): (mark: string) => number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return (mark) => {
    const line = lines.findIndex((text) => text.endsWith(`// ${mark}`));
    if (line === -1) throw new Error(`no line of ${basename(file)} ends in // ${mark}`);
    return line + 1;
  };
}
