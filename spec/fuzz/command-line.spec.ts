import { expect } from 'chai';
import { HELP, readCommandLine } from '../../fuzz/command-line';
import { UsageError } from '../../lib/cli/usage-error';
import { thrownBy } from '../support';

/** What is complained of when `words` are typed. */
function complaint(...words: string[]): string {
  const error = thrownBy(() => readCommandLine(words));
  expect(error).to.be.instanceOf(UsageError);
  return error.message;
}

describe('The command line of the fuzz', () => {
  it('says how many programs, which, and by how many processes', () => {
    const { runs, seed, jobs } = readCommandLine(['--runs', '20000', '--seed', '7', '--jobs', '2']);
    expect([runs, seed, jobs]).to.deep.equal([20000, 7, 2]);
  });

  it('may say nothing: then it is a thousand programs, the first ones', () => {
    const { runs, seed, help, stats, keepGoing, replay } = readCommandLine([]);
    expect([runs, seed]).to.deep.equal([1000, 1]);
    expect([help, stats, keepGoing, replay]).to.deep.equal([false, false, false, undefined]);
  });

  it('asks for statistics, and not to stop', () => {
    const { stats, keepGoing } = readCommandLine(['--stats', '--keep-going']);
    expect([stats, keepGoing]).to.deep.equal([true, true]);
  });

  it('is about asyncio, unless it says gevent', () => {
    expect([readCommandLine([]).subject, readCommandLine(['--gevent']).subject]).to.deep.equal(['asyncio', 'gevent']);
  });

  it('names a program to replay', () => {
    expect(readCommandLine(['--replay', '1:5']).replay).to.equal('1:5');
  });

  it('asks for help, in which every option is explained', () => {
    expect(readCommandLine(['--help']).help).to.equal(true);
    const options = ['--gevent', '--runs', '--seed', '--jobs', '--keep-going', '--stats', '--replay', '--help'];
    for (const option of [...options, 'PYTHON', 'GREENLET_PYTHON']) {
      expect(HELP).to.include(option);
    }
  });

  describe('is refused', () => {
    it('for an option that there is not', () => {
      expect(complaint('--fast')).to.equal('there is no option --fast; --help shows those there are');
    });

    it('for a value that is missing', () => {
      expect(complaint('--runs')).to.equal('--runs needs a value');
    });

    it('for what is no integer', () => {
      expect(complaint('--runs', 'many')).to.equal("--runs needs an integer from 1 on, not 'many'");
      expect(complaint('--seed', '1.5')).to.equal("--seed needs an integer from 0 on, not '1.5'");
      expect(complaint('--jobs', '')).to.equal("--jobs needs an integer from 1 on, not ''");
    });

    it('for no programs at all, and for a negative seed', () => {
      expect(complaint('--runs', '0')).to.equal("--runs needs an integer from 1 on, not '0'");
      expect(complaint('--seed', '-1')).to.equal("--seed needs an integer from 0 on, not '-1'");
    });
  });
});
