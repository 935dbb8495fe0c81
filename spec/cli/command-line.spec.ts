import { expect } from 'chai';
import { readCommandLine } from '../../lib/cli/command-line';
import { UsageError } from '../../lib/cli/usage-error';

describe('The command line', () => {
  it('names a program', () => {
    expect(readCommandLine(['hello.ts'])).to.deep.equal({ help: false, real: false, file: 'hello.ts', args: [] });
  });

  it('may name none', () => {
    expect(readCommandLine([]).file).to.equal(undefined);
  });

  it('has its options before the program', () => {
    expect(readCommandLine(['--real', 'hello.ts'])).to.deep.equal({
      help: false,
      real: true,
      file: 'hello.ts',
      args: [],
    });
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
});
