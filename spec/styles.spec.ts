import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Func } from 'mocha';
import { restyle, type Style } from '../tools/restyle';
import { RestyledModules } from './restyled-modules';
import { exceptionsIn, FILES_WITH_EXCEPTIONS, isException } from './style-exceptions';

const STYLES: Record<Style, string> = {
  generators: 'In generators',
  compiled: 'In compiled async functions',
  native: 'In native async functions',
};

const FOLDERS = ['coroutine', 'queue', 'sync', 'task'];

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(__dirname, folder))
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => `${folder}/${file}`),
);

/** Have the specs of `file` in `style`, unless they are in it as they are. */
function describeInStyle(file: string, style: Style): void {
  const path = join(__dirname, file);
  const text = readFileSync(path, 'utf8');
  const restyled = restyle(text, style);
  if (restyled === text) return;
  const exceptions = exceptionsIn(file, style);
  const titles = new Set<string>();
  const itInStyle = (title: string, spec: Func): void => {
    titles.add(title);
    const because = exceptions.get(title);
    if (because === undefined) it(title, spec);
    else itFails(`${title}: not so, as ${because}`, spec);
  };
  new RestyledModules(style, { it: itInStyle }).load(path, restyled);
  expect([...titles]).to.include.members([...exceptions.keys()], `exceptions in ${file}`);
}

function itFails(title: string, spec: Func): void {
  it(title, function (done) {
    expect(() => spec.call(this, done)).to.throw();
    done();
  });
}

for (const [style, title] of Object.entries(STYLES) as [Style, string][]) {
  describe(`${title}:`, () => {
    for (const file of FILES) if (!isException(file, style)) describeInStyle(file, style);
  });
}

describe('The exceptions of the styles', () => {
  it('are in files that there are', () => {
    expect(FILES).to.include.members(FILES_WITH_EXCEPTIONS);
  });
});
