import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { HELP } from '../../lib/cli/command-line';
import { begunEarly, type Ended, Folder, REPOSITORY, together, yieldstar } from './spawn';

const SLEEPER = `
const { EventLoop, sleep } = require('yieldstar');
const loop = new EventLoop();
const before = [loop.time(), Date.now()];
loop.runUntilComplete(sleep(Number(process.argv[2])));
const after = [loop.time(), Date.now()];
console.log(JSON.stringify([after[0] - before[0], (after[1] - before[1]) / 1000]));
`;

describe('The command yieldstar', () => {
  const folder = new Folder();
  const sleeper = folder.write('sleeper.js', SLEEPER);
  const ended = begunEarly(() =>
    together({
      help: yieldstar('--help'),
      nothing: yieldstar(),
      option: yieldstar('--reel', 'hello.ts'),
      virtual: yieldstar(sleeper, '86400'),
      real: yieldstar('--real', sleeper, '0.3'),
    }),
  );
  let runs: Record<'help' | 'nothing' | 'option' | 'virtual' | 'real', Ended>;

  before('run it', () =>
    ended().then((all) => {
      runs = all;
    }),
  );
  after(() => folder.remove());

  it('shows with --help what it can do', () => {
    expect(runs.help).to.deep.equal({ status: 0, stdout: `${HELP}\n`, stderr: '' });
  });

  it('runs the first example where no program is named', () => {
    const recorded = readFileSync(join(REPOSITORY, 'examples/hello.txt'), 'utf8');
    expect(runs.nothing).to.deep.equal({ status: 0, stdout: recorded, stderr: '' });
  });

  it('refuses an option that there is not, with a sentence and status 2', () => {
    const sentence = 'yieldstar: there is no option --reel; --help shows those there are\n';
    expect(runs.option).to.deep.equal({ status: 2, stdout: '', stderr: sentence });
  });

  it('lets time be virtual: a day is over at once', () => {
    const [simulated, real] = JSON.parse(runs.virtual.stdout);
    expect(simulated).to.equal(86400);
    expect(real).to.be.below(86400);
  });

  it('lets time be real with --real', () => {
    const [simulated, real] = JSON.parse(runs.real.stdout);
    expect(simulated).to.be.at.least(0.3);
    expect(real).to.be.at.least(0.29);
  });
});
