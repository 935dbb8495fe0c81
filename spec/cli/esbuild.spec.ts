import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { findEsbuild } from '../../lib/cli/esbuild';
import { ProgramSyntaxError } from '../../lib/cli/program-syntax-error';
import { thrownBy } from '../support';
import { Folder } from './spawn';

/** Stands for the package: it shows what it is asked, and fails as that does. */
const ESBUILD = `
exports.transformSync = (text, options) => {
  if (text === 'broken') throw new Error('crashed');
  if (text === 'let x = (;') {
    throw Object.assign(new Error('failed'), { errors: [{ text: 'Unexpected ";"', location: { line: 1, column: 9 } }] });
  }
  return { code: JSON.stringify({ text, ...options }) };
};
`;

describe('esbuild as the compiler', () => {
  const folder = new Folder();
  after(() => {
    process.setSourceMapsEnabled(false);
    folder.remove();
  });

  it('is not there where neither esbuild nor tsx is installed', () => {
    expect(findEsbuild(folder.write('bare/program.ts', ''))).to.equal(undefined);
  });

  describe('installed beside the program', () => {
    const program = folder.write('beside/program.ts', '');
    folder.write('beside/node_modules/esbuild/index.js', ESBUILD);

    it('turns TypeScript into CommonJS, and leaves async functions to the host', () => {
      const compile = findEsbuild(program);
      expect(JSON.parse(compile?.('let x: number;', program) as string)).to.deep.equal({
        text: 'let x: number;',
        loader: 'ts',
        format: 'cjs',
        target: `node${process.versions.node}`,
        sourcemap: 'inline',
        sourcefile: program,
      });
    });

    it('shows the line that it cannot compile', () => {
      const error = thrownBy(() => findEsbuild(program)?.('let x = (;', program));
      expect(error).to.be.instanceOf(ProgramSyntaxError);
      expect(error.message).to.equal(`${program}:1\n    let x = (;\n             ^\nSyntaxError: Unexpected ";"`);
    });

    it('lets its own failures be seen', () => {
      expect(() => findEsbuild(program)?.('broken', program)).to.throw('crashed');
    });
  });

  it('is found where only tsx is installed, and brought its own', () => {
    const program = folder.write('by-tsx/program.ts', '');
    folder.write('store/node_modules/tsx/index.js', '');
    folder.write('store/node_modules/esbuild/index.js', ESBUILD);
    mkdirSync(join(folder.path, 'by-tsx/node_modules'));
    symlinkSync(join(folder.path, 'store/node_modules/tsx'), join(folder.path, 'by-tsx/node_modules/tsx'), 'junction');
    expect(findEsbuild(program)).to.be.a('function');
  });
});
