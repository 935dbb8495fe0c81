import { expect } from 'chai';
import { type Command, DEFAULT_LIMIT, readCommandLine } from '../../lib/cli/command-line';
import { UsageError } from '../../lib/cli/usage-error';

/** What is read where nothing is typed but a file. */
const PLAIN: Command = {
  action: 'run',
  help: false,
  real: false,
  file: 'hello.ts',
  args: [],
  limit: DEFAULT_LIMIT,
  color: true,
  html: undefined,
  perfetto: undefined,
  json: undefined,
};

describe('The command line', () => {
  it('names a program', () => {
    expect(readCommandLine(['hello.ts'])).to.deep.equal(PLAIN);
  });

  it('may say run before it, which changes nothing', () => {
    expect(readCommandLine(['run', 'hello.ts'])).to.deep.equal(PLAIN);
    expect(readCommandLine(['run', '--real', 'hello.ts', 'run'])).to.deep.equal({
      ...PLAIN,
      real: true,
      args: ['run'],
    });
    expect(readCommandLine(['./run']).file).to.equal('./run');
  });

  it('may name none', () => {
    expect([[], ['run']].map((words) => readCommandLine(words).file)).to.deep.equal([undefined, undefined]);
  });

  it('has its options before the program', () => {
    expect(readCommandLine(['--real', 'hello.ts'])).to.deep.equal({ ...PLAIN, real: true });
  });

  it('leaves to the program what comes after it, options and all', () => {
    const { real, args } = readCommandLine(['hello.ts', '--real', '-x', 'y']);
    expect(real).to.equal(false);
    expect(args).to.deep.equal(['--real', '-x', 'y']);
  });

  it('asks for help with --help, or -h', () => {
    expect(readCommandLine(['--help']).help).to.equal(true);
    expect(readCommandLine(['-h', 'hello.ts']).help).to.equal(true);
  });

  it('is refused when it has an option that there is not', () => {
    expect(() => readCommandLine(['--reel', 'hello.ts'])).to.throw(
      UsageError,
      'there is no option --reel; --help shows those there are',
    );
  });

  describe('of step and trace', () => {
    it('has its options before and after the program', () => {
      const words = [
        'trace',
        '--html',
        'a.html',
        'hello.ts',
        '--limit',
        '50',
        '--json=b.jsonl',
        '--perfetto',
        'c.json',
      ];
      expect(readCommandLine(words)).to.deep.equal({
        ...PLAIN,
        action: 'trace',
        limit: 50,
        html: 'a.html',
        json: 'b.jsonl',
        perfetto: 'c.json',
      });
      expect(readCommandLine(['step', 'hello.ts', '--real', '--no-color'])).to.deep.equal({
        ...PLAIN,
        action: 'step',
        real: true,
        color: false,
      });
    });

    it('leaves to the program what comes after --', () => {
      expect(readCommandLine(['step', 'hello.ts', '--', '--real', 'x'])).to.deep.equal({
        ...PLAIN,
        action: 'step',
        args: ['--real', 'x'],
      });
    });

    it('is refused when an option is unknown, is given no value, or makes no sense', () => {
      const refused: Record<string, string[]> = {
        'there is no option --htlm; --help shows those there are': ['trace', 'a.ts', '--htlm', 'b'],
        '--html needs a value; --help says more': ['trace', 'a.ts', '--html'],
        '--json needs a value; --help says more': ['trace', 'a.ts', '--json', '--real'],
        '--real takes no value; --help says more': ['trace', 'a.ts', '--real=5'],
        "--limit takes a number of steps; 'many' is none": ['trace', 'a.ts', '--limit', 'many'],
        "--limit takes a number of steps; '0' is none": ['step', 'a.ts', '--limit', '0'],
        '--html is an option of trace, not of step': ['step', 'a.ts', '--html', 'b'],
      };
      for (const [sentence, words] of Object.entries(refused)) {
        expect(() => readCommandLine(words)).to.throw(UsageError, sentence);
      }
    });
  });
});
