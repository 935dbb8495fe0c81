import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'chai';
import { Folder } from '../cli/spawn';
import { thrownBy } from '../support';

const { findChromium } = require('../../tools/find-chromium.js');

describe('The search for Chromium', () => {
  const folder = new Folder();
  const program = (name: string): string => {
    const file = folder.write(name, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  };
  after(() => folder.remove());

  it('takes what CHROMIUM names', () => {
    const named = program('named');
    expect(findChromium({ CHROMIUM: named, PATH: '' })).to.equal(named);
  });

  it('says so where that cannot be run', () => {
    const file = folder.write('no-program', '');
    expect(thrownBy(() => findChromium({ CHROMIUM: file })).message).to.equal(`CHROMIUM=${file} cannot be run`);
  });

  it('looks along the PATH, for Chromium before Chrome', () => {
    const chrome = program('first/google-chrome');
    const [first, second] = [join(folder.path, 'first'), join(folder.path, 'second')];
    expect(findChromium({ PATH: [first, second].join(delimiter) })).to.equal(chrome);
    const chromium = program('second/chromium');
    expect(findChromium({ PATH: [first, second].join(delimiter) })).to.equal(chromium);
  });

  it('finds none where there is none', () => {
    expect(findChromium({ PATH: folder.path })).to.equal(undefined);
  });

  it('says how to install one, where there has to be one', () => {
    const { message } = thrownBy(() => findChromium({ PATH: folder.path, REQUIRE_CHROMIUM: '1' }));
    expect(message).to.contain('there is no Chromium').and.to.contain('apt-get install chromium');
  });
});
