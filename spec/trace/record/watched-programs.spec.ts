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

/** Those that are compared with greenlet and gevent. */
const OF_GREENLETS = ['greenlet', 'gevent'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => join(FOLDER, folder, file.replace('.txt', ''))),
);

/** Stands before a program, on its first line: its own library is watched, which none but it has. */
const WATCHING = [
  "import { EventLoop as WatchedLoop } from 'yieldstar';",
  "import { Recorder as LoopsRecorder } from '../../lib/trace/record/recorder';",
  'const loopsRecorder = new LoopsRecorder();',
  'WatchedLoop.defaultObserver = (loop) => loopsRecorder.watch(loop);',
].join(' ');

/** The same for what is a folder further down, and has greenlets. */
const WATCHING_GREENLETS = [
  WATCHING.replace('../../lib', '../../../lib'),
  "import { observeGreenlets as observeThem } from '../../../lib/greenlet/greenlet-observer';",
  'observeThem(loopsRecorder.watchGreenlets());',
].join(' ');

/** Run `program` as it is, with `first` on its first line; it is to print what is recorded. */
function expectSameOutput(program: string, first: string): void {
  const { output, uncaught } = runProgram(`${program}.ts`, `${first} ${readFileSync(`${program}.ts`, 'utf8')}`);
  expect(uncaught).to.equal(undefined);
  expect(output).to.equal(readFileSync(`${program}.txt`, 'utf8'), program);
}

describe('A program that is watched', () => {
  it('prints what it prints unwatched, which is what it prints in Python', () => {
    for (const program of PROGRAMS) expectSameOutput(program, WATCHING);
  });

  it('prints what it prints under greenlet and gevent, if it has greenlets, which are watched, too', () => {
    for (const program of OF_GREENLETS) expectSameOutput(program, WATCHING_GREENLETS);
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
