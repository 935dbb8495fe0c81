import { expect } from 'chai';
import { requireTerminal } from '../../../lib/cli/step/step-through';
import { UsageError } from '../../../lib/cli/usage-error';
import { begunEarly, Folder } from '../spawn';
import { type Session, session } from './session';

const STEP = `${process.execPath} --require ts-node/register/transpile-only lib/cli/main.ts step`;

const walk = begunEarly(() =>
  session(`echo before; ${STEP} examples/hello.ts; echo status $?; stty -a`, [
    // What a screen is known by comes late in it, as it is drawn from top to bottom.
    ['quit', '\x1b[C\x1b[C'],
    ['0s  Task-2  hello 1', '\x1b[D'],
    ['step  1 of', 'g1s\r'],
    ['step  7 of', '/goodbye 3\r'],
    ['Found', 'w'],
    ['why?', 'q'],
    ['this step', 'q'],
  ]),
);

/** It says so where it is not recorded, and does not end. */
const ENDLESS = `
import { writeFileSync } from 'node:fs';
writeFileSync('/dev/tty', 'it runs');
setInterval(() => {}, 1000);
`;

const folder = new Folder();
const interruption = begunEarly(() => {
  const program = folder.write('endless.ts', ENDLESS);
  const left = `ls ${folder.path} | grep -c yieldstar`;
  // The shell would be interrupted, too.
  return session(`trap : INT; export TMPDIR=${folder.path}; ${STEP} ${program}; echo status $?; ${left}`, [
    ['it runs', '\x03'],
  ]);
});

describe('yieldstar step, in a terminal,', () => {
  let seen: Session;
  const headOf = (screen: string | undefined): string => screen?.split('\n')[0]?.trim() ?? '';
  const rowWith = (screen: string | undefined, text: string): string =>
    screen?.split('\n').find((row) => row.includes(text)) ?? '';

  before(() =>
    walk().then((session) => {
      seen = session;
    }),
  );

  it('steps on, and back, to a time, and to a word', () => {
    expect(seen.screens.map(headOf)).to.deep.equal([
      'hello.ts   step  0 of 39    0s   iteration  0   nothing has run yet',
      'hello.ts   step  2 of 39    0s   iteration  2   ▶ Task-2',
      'hello.ts   step  1 of 39    0s   iteration  1   ▶ Task-1',
      'hello.ts   step  7 of 39    1s   iteration  5   ▶ onCompletion()',
      ...new Array(3).fill('hello.ts   step 12 of 39    3s   iteration 10   ▶ Task-4'),
    ]);
  });

  it('shows the line of the program where the task waits', () => {
    expect(rowWith(seen.screens[1], '▶ 19').slice(0, 23)).to.equal('▶ 19   yield* sleep(n);');
  });

  it('has given the terminal back, with what it showed before', () => {
    const { last } = seen;
    const [first, second, third] = last.text.split('\n');
    expect([first, second, third]).to.deep.equal(['before', 'yieldstar: recording examples/hello.ts', 'status 0']);
    expect([last.isSecond, last.hasCursor]).to.deep.equal([false, true]);
  });

  it('has left it as it was: it echoes, and reads by lines', () => {
    const settings = seen.last.text.split(/\s+/);
    expect([settings.includes('echo'), settings.includes('icanon')]).to.deep.equal([true, true]);
  });

  it('uses colours there', () => {
    expect(seen.sent).to.contain('\x1b[1;32m');
  });
});

describe('yieldstar step, interrupted by Ctrl-C while the program is recorded,', () => {
  after(() => folder.remove());

  it('ends with status 130, and leaves nothing behind', () =>
    interruption().then(({ last }) => {
      expect(last.text.trim()).to.match(/status 130\n0$/);
    }));
});

describe('Where there is no terminal', () => {
  const { isTTY } = process.stdout;

  beforeEach(() => {
    process.stdout.isTTY = false;
  });

  afterEach(() => {
    process.stdout.isTTY = isTTY;
  });

  it('says so, and what to use instead', () => {
    expect(requireTerminal).to.throw(
      UsageError,
      /^stepping needs a terminal, and .*standard output.*; yieldstar trace/,
    );
  });
});
