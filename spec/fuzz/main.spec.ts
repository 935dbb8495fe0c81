import { expect } from 'chai';
import { begunEarly, command, type Ended, REPOSITORY, together } from '../cli/spawn';

const { findCPython } = require('../../tools/find-cpython.js');

/** Run `npm run fuzz -- ...words`, without npm. */
function fuzz(...words: string[]): Promise<Ended> {
  return command(
    REPOSITORY,
    process.execPath,
    '--require',
    'ts-node/register/transpile-only',
    'fuzz/main.ts',
    ...words,
  );
}

describe('npm run fuzz', () => {
  const hasPython = findCPython() !== undefined;
  const run = begunEarly(() =>
    together({
      help: fuzz('--help'),
      wrong: fuzz('--runs', 'all'),
      agreeing: fuzz('--runs', '60', '--seed', '5', '--jobs', '2', '--stats'),
      replay: fuzz('--replay', '{"tasks":[{"id":1,"body":[{"op":"sleep","delay":1,"value":1}]}]}'),
    }),
  );
  let ended: Record<'help' | 'wrong' | 'agreeing' | 'replay', Ended>;

  before(function () {
    if (!hasPython) this.skip();
    return run().then((all) => {
      ended = all;
    });
  });

  it('helps', () => {
    expect(ended.help.status).to.equal(0);
    expect(ended.help.stdout).to.match(/^usage: npm run fuzz/);
  });

  it('ends with status 2 when it is asked for what it cannot do', () => {
    expect(ended.wrong.status).to.equal(2);
    expect(ended.wrong.stderr).to.equal("fuzz: --runs needs an integer from 1 on, not 'all'\n");
  });

  it('says how many programs agree, and how fast that was found', () => {
    expect(ended.agreeing.stderr).to.equal('');
    expect(ended.agreeing.stdout).to.match(/\n60 programs, \d+ lines of trace: .* programs a second\n/);
    expect(ended.agreeing.stdout).to.match(
      /\nall agree with CPython 3\.\d+\.\d+: 60 as generators, 60 as async functions, \d+ as native async functions\n$/,
    );
    expect(ended.agreeing.status).to.equal(0);
  });

  it('counts what the programs did', () => {
    expect(ended.agreeing.stdout).to.match(/^ +\d+ cancel: ok \d+/m);
  });

  it('replays a program, and shows its traces although they agree', () => {
    expect(ended.replay.stdout).to.match(/3@1 t1 sleep -> 1 +3@1 t1 sleep -> 1/);
    expect(ended.replay.stdout).to.match(/the traces agree\n$/);
    expect(ended.replay.status).to.equal(0);
  });
});
