import { expect } from 'chai';
import { begunEarly, type Ended, Folder, together, yieldstar } from './spawn';

const PROGRAM = `
const { EventLoop, KeyboardInterrupt, SystemExit, coroutine, sleep } = require('yieldstar');
const loop = new EventLoop();
const ways = {
  exitCode() { process.exitCode = 3; },
  systemExit() { throw new SystemExit(9); },
  systemExitInTask() {
    loop.runUntilComplete((function* () { yield* sleep(1); throw new SystemExit(4); })());
  },
  systemExitMessage() { throw new SystemExit('no more of this'); },
  keyboardInterrupt() { loop.callSoon(() => { throw new KeyboardInterrupt(); }); loop.runForever(); },
  deadlock() { loop.runUntilComplete(coroutine(function* waiting() { yield* loop.createFuture(); })()); },
  laterInTheHost() { setTimeout(() => { throw new RangeError('late'); }, 1); },
  logged() { loop.callSoon(function fails() { throw new RangeError('logged'); }); loop.runUntilComplete(sleep(1)); },
  handledByTheProgram() {
    process.on('uncaughtException', (error) => console.log('handled', error.message));
    throw new RangeError('mine');
  },
};
const way = process.argv[2];
process.exitCode = 77;
process.on('exit', (code) => console.log('leaving with', code));
ways[way]();
`;

const WAYS = [
  'exitCode',
  'systemExit',
  'systemExitInTask',
  'systemExitMessage',
  'keyboardInterrupt',
  'deadlock',
  'laterInTheHost',
  'logged',
  'handledByTheProgram',
] as const;

describe('The end of a program', () => {
  const folder = new Folder();
  const file = folder.write('program.js', PROGRAM);
  const ended = begunEarly(() => together(Object.fromEntries(WAYS.map((way) => [way, yieldstar(file, way)]))));
  let runs: Record<(typeof WAYS)[number], Ended>;

  before('run it', () =>
    ended().then((all) => {
      runs = all as typeof runs;
    }),
  );
  after(() => folder.remove());

  it('keeps the exit status that the program set', () => {
    expect(runs.exitCode).to.deep.equal({ status: 3, stdout: 'leaving with 3\n', stderr: '' });
  });

  it('is silent for SystemExit, whose code is the status', () => {
    expect(runs.systemExit).to.deep.equal({ status: 9, stdout: 'leaving with 9\n', stderr: '' });
  });

  it('is the same for a SystemExit that comes out of a task', () => {
    expect(runs.systemExitInTask).to.deep.equal({ status: 4, stdout: 'leaving with 4\n', stderr: '' });
  });

  it('shows a SystemExit code that is no number, as Python does', () => {
    expect(runs.systemExitMessage).to.deep.equal({
      status: 1,
      stdout: 'leaving with 1\n',
      stderr: 'no more of this\n',
    });
  });

  it('has status 130 for KeyboardInterrupt', () => {
    const { status, stderr } = runs.keyboardInterrupt;
    expect([status, stderr]).to.deep.equal([130, 'KeyboardInterrupt\n']);
  });

  it('says for a deadlock who waits, and where, and nothing else', () => {
    const { status, stderr } = runs.deadlock;
    expect(status).to.equal(1);
    expect(stderr.split('\n').length).to.equal(3);
    expect(stderr).to.match(/^DeadlockError: nothing is ready .*, but 1 task is not done:\n {2}Task-1 waits for /);
    expect(stderr).to.contain(`waiting (${file}:12)`);
  });

  it('shows the trace of an error that comes from the host, later', () => {
    const { status, stderr } = runs.laterInTheHost;
    expect(status).to.equal(1);
    expect(stderr).to.match(/^RangeError: late\n {4}at .*program\.js:13:/);
  });

  it('is not an error that only the exception handler is told of: that is logged, with the lines of the program', () => {
    const { status, stderr } = runs.logged;
    const lines = stderr.split('\n').filter((line) => line.startsWith('    at '));
    expect([status, stderr.includes('RangeError: logged')]).to.deep.equal([77, true]);
    expect([lines.length > 1, lines.every((line) => line.includes('program.js'))]).to.deep.equal([true, true]);
  });

  it('is left to the program where that handles uncaught errors itself', () => {
    const { status, stdout, stderr } = runs.handledByTheProgram;
    expect([status, stdout, stderr]).to.deep.equal([77, 'handled mine\nleaving with 77\n', '']);
  });
});
