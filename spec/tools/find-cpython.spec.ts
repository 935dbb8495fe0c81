import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Folder } from '../cli/spawn';
import { thrownBy } from '../support';

const { findCPython } = require('../../tools/find-cpython.js');

/** An interpreter that, asked for its version, answers `answer`. */
function interpreter(folder: Folder, name: string, answer: string): string {
  const file = folder.write(name, `#!/bin/sh\necho ${answer}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('Finding a CPython to compare with', () => {
  let folder: Folder;
  /** With nothing on the PATH, and no version of pyenv. */
  let nowhere: Record<string, string>;

  beforeEach(() => {
    folder = new Folder();
    nowhere = { PATH: join(folder.path, 'bin'), PYENV_ROOT: folder.path };
  });

  afterEach(() => folder.remove());

  it('takes the one that PYTHON names', () => {
    const command = interpreter(folder, 'mine', 'cpython 3 14 2');
    interpreter(folder, 'bin/python3', 'cpython 3 13 0');
    expect(findCPython({ ...nowhere, PYTHON: command })).to.deep.equal({ command, version: '3.14.2' });
  });

  it('refuses what PYTHON names when that is too old, no CPython, or nothing', () => {
    const names = [
      interpreter(folder, 'old', 'cpython 3 12 9'),
      interpreter(folder, 'other', 'pypy 3 13 0'),
      join(folder.path, 'nothing'),
    ];
    interpreter(folder, 'bin/python3', 'cpython 3 13 0');
    const errors = names.map((PYTHON) => thrownBy(() => findCPython({ ...nowhere, PYTHON })).message);
    expect(errors).to.deep.equal(names.map((name) => `PYTHON=${name} is no CPython 3.13 or later`));
  });

  it("takes the oldest of pyenv's that will do, whatever its folder is called", () => {
    interpreter(folder, 'versions/3.9.18/bin/python3', 'cpython 3 9 18');
    interpreter(folder, 'versions/3.14.0/bin/python3', 'cpython 3 14 0');
    interpreter(folder, 'versions/3.13.0/bin/python3', 'cpython 3 12 0');
    const command = interpreter(folder, 'versions/3.13.10/bin/python3', 'cpython 3 13 10');
    expect(findCPython(nowhere)).to.deep.equal({ command, version: '3.13.10' });
  });

  it('takes what is on the PATH where pyenv has none', () => {
    interpreter(folder, 'bin/python3.13', 'cpython 3 12 1');
    interpreter(folder, 'bin/python3', 'cpython 3 15 0');
    expect(findCPython(nowhere)).to.deep.equal({ command: 'python3', version: '3.15.0' });
  });

  it('finds nothing where there is nothing', () => {
    expect(findCPython(nowhere)).to.equal(undefined);
  });

  it('makes it an error that there is none, when one is required', () => {
    const error = thrownBy(() => findCPython({ ...nowhere, REQUIRE_CPYTHON: '1' }));
    expect(error.message).to.equal(
      'REQUIRE_CPYTHON=1, but no CPython 3.13 or later was found: install one, or name it with PYTHON',
    );
  });
});
