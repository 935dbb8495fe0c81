import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Folder } from '../cli/spawn';
import { thrownBy } from '../support';

const { findGreenlet, HOW_TO_INSTALL } = require('../../tools/find-greenlet.js');

describe('Finding a Python that has greenlet and gevent', () => {
  let folder: Folder;

  beforeEach(() => {
    folder = new Folder();
  });

  afterEach(() => folder.remove());

  /** A Python that, asked for its versions, answers `answer`. */
  function python(name: string, answer: string): string {
    const file = folder.write(name, `#!/bin/sh\necho ${answer}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it('takes the one that GREENLET_PYTHON names', () => {
    const command = python('mine', '2.0.2 22.10.2');
    const found = findGreenlet({ GREENLET_PYTHON: command });
    expect(found).to.deep.equal({ command, version: 'greenlet 2.0.2, gevent 22.10.2' });
  });

  it('refuses what GREENLET_PYTHON names when that has other versions, or is nothing', () => {
    const names = [
      python('new', '3.1.1 24.11.1'),
      python('newer gevent', '2.0.2 23.7.0'),
      join(folder.path, 'nothing'),
    ];
    const errors = names.map((name) => thrownBy(() => findGreenlet({ GREENLET_PYTHON: name })).message);
    expect(errors).to.deep.equal(
      names.map((name) => `GREENLET_PYTHON=${name} is no Python with greenlet 2.0 and gevent 22.10`),
    );
  });

  it('tells how to install them', () => {
    expect(HOW_TO_INSTALL).to.contain('apt-get install python3-greenlet python3-gevent');
  });
});
