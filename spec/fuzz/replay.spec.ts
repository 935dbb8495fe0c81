import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { generate } from '../../fuzz/generate';
import { programNamed, showReplay } from '../../fuzz/replay';
import { runProgram } from '../../fuzz/run-program';
import { UsageError } from '../../lib/cli/usage-error';
import { Folder } from '../cli/spawn';
import { thrownBy } from '../support';
import { programOf } from './programs';

const program = programOf([{ op: 'sleep', delay: 1, value: 1 }]);
const trace = runProgram(program, 'generators');

describe('Replaying a program', () => {
  describe('that is named', () => {
    it('by a seed and a place gives what the run has there', () => {
      expect(programNamed(asyncio, '3:14')).to.deep.equal(generate(3, 14));
    });

    it('by itself gives it', () => {
      expect(programNamed(asyncio, JSON.stringify(program))).to.deep.equal(program);
    });

    it('by a file gives what is in there', () => {
      const folder = new Folder();
      const file = folder.write('program.json', JSON.stringify(program));
      expect(programNamed(asyncio, file)).to.deep.equal(program);
      folder.remove();
    });

    it('by JSON may leave out what is empty', () => {
      expect(programNamed(asyncio, '{}')).to.deep.equal(programOf());
    });

    it('by a file that there is not is refused', () => {
      const error = thrownBy(() => programNamed(asyncio, 'nowhere.json'));
      expect(error).to.be.instanceOf(UsageError);
      expect(error.message).to.include("there is no file 'nowhere.json'");
    });

    it('by what is no JSON is refused', () => {
      expect(thrownBy(() => programNamed(asyncio, '{tasks')).message).to.match(/^--replay was given no JSON: /);
    });

    it('by JSON that is no program is refused', () => {
      const { message } = thrownBy(() => programNamed(asyncio, '{"tasks":5}'));
      expect(message).to.equal('--replay was given JSON that is no program: it has no list of tasks');
    });
  });

  describe('shows', () => {
    it('the program and both traces, also where they agree', () => {
      const { text, agrees } = showReplay(asyncio, program, trace);
      expect(agrees).to.equal(true);
      expect(text).to.include('await sleep(delay=1, value=1)');
      expect(text).to.match(/3@1 t1 sleep -> 1 +3@1 t1 sleep -> 1/);
      expect(text).to.match(/the traces agree$/);
    });

    it('where they differ, and the command that shows it again', () => {
      const theirs = trace.map((line) => line.replace('sleep -> 1', 'sleep -> 2'));
      const { text, agrees } = showReplay(asyncio, program, theirs);
      expect(agrees).to.equal(false);
      expect(text).to.match(/\n=> 3@1 t1 sleep -> 2 +3@1 t1 sleep -> 1\n/);
      const command = /npm run fuzz -- --replay '(.*)'$/.exec(text)?.[1] ?? '';
      expect(programNamed(asyncio, command)).to.deep.equal(program);
    });
  });
});
