import { relative } from 'node:path';
import { expect } from 'chai';
import { defaultProgram, findProgram } from '../../lib/cli/program-file';
import { UsageError } from '../../lib/cli/usage-error';
import { Folder, REPOSITORY } from './spawn';

describe('The file of a program', () => {
  const folder = new Folder();
  after(() => folder.remove());

  it('is found by any path to it', () => {
    const file = folder.write('hello.ts', '');
    expect(findProgram(file)).to.equal(file);
    expect(findProgram(relative(process.cwd(), file))).to.equal(file);
  });

  it('may have no ending: it is JavaScript then', () => {
    const file = folder.write('hello', '');
    expect(findProgram(file)).to.equal(file);
  });

  it('has to be there', () => {
    expect(() => findProgram('no/such/file.ts')).to.throw(UsageError, 'there is no file no/such/file.ts');
  });

  it('has to have a name', () => {
    expect(() => findProgram('')).to.throw(UsageError, 'the name of the file is empty');
  });

  it('has to be one that can be read: what the host has against it is said', () => {
    const file = folder.write('hello.ts', '');
    expect(() => findProgram(`${file}/more.ts`)).to.throw(
      UsageError,
      `${file}/more.ts cannot be read: ENOTDIR: not a directory`,
    );
  });

  it('cannot be a folder', () => {
    expect(() => findProgram('spec')).to.throw(UsageError, 'spec is a folder; name a file in it');
  });

  it('has to be in a language that we run', () => {
    const file = folder.write('hello.py', '');
    expect(() => findProgram(file)).to.throw(
      UsageError,
      `${file} is no program: its name would end in .ts, .cts, .mts, .js, .cjs, .mjs`,
    );
  });

  it('is the first example where none is named', () => {
    expect(relative(REPOSITORY, defaultProgram())).to.equal('examples/hello.ts');
  });
});
