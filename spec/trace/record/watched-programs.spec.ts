import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { NodeHost } from '../../../lib/host/node-host';
import { runProgram } from '../../program-modules';
import { randomRuns, runsOf } from '../random-programs';

const FOLDER = join(__dirname, '../../conformance');

/** Some of the programs that are compared with Python. */
const PROGRAMS = readdirSync(FOLDER)
  .filter((file) => /^(cancel|loop|run|threads)-.*\.txt$/.test(file))
  .map((file) => join(FOLDER, file.replace('.txt', '')));

/** Stands before a program, on its first line: its own library is watched, which none but it has. */
const WATCHING = [
  "import { EventLoop as WatchedLoop } from 'yieldstar';",
  "import { Recorder as LoopsRecorder } from '../../lib/trace/record/recorder';",
  'const loopsRecorder = new LoopsRecorder();',
  'WatchedLoop.defaultObserver = (loop) => loopsRecorder.watch(loop);',
].join(' ');

describe('A program that is watched', () => {
  it('prints what it prints unwatched, which is what it prints in Python', () => {
    for (const program of PROGRAMS) {
      const { output, uncaught } = runProgram(`${program}.ts`, `${WATCHING} ${readFileSync(`${program}.ts`, 'utf8')}`);
      expect(uncaught).to.equal(undefined);
      expect(output).to.equal(readFileSync(`${program}.txt`, 'utf8'), program);
    }
  });

  it('does what it does unwatched, in the same iterations, whatever it is', () => {
    for (const { name, watched, unwatched } of randomRuns()) expect(watched).to.deep.equal(unwatched, name);
  });

  it('does so too while its coroutines are looked into, wherever they are suspended', () => {
    const host = new NodeHost();
    host.watch();
    try {
      for (const { name, watched, unwatched } of runsOf(60, 63, host)) expect(watched).to.deep.equal(unwatched, name);
    } finally {
      host.unwatch();
    }
  });
});
