import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { begunEarly, command, type Ended } from './cli/spawn';
import { blocksOf, ROOT } from './docs-pages';

/** Where the page assumes the package to be, once it is installed. */
const PACKAGE = 'node_modules/yieldstar';
const WORKSPACE = `$\{workspaceFolder}`;

interface Launch {
  readonly program: string;
  readonly runtimeArgs?: readonly string[];
}

describe('The page on debugging', () => {
  const blocks = blocksOf(readFileSync(join(ROOT, 'docs', 'how-to', 'debug.md'), 'utf8'));
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text.split(' '));
  const [inClone = [], withPackage = []] = commands;
  const [launchInClone, launchWithPackage] = blocks
    .filter(({ language, text }) => language === 'json' && text.includes('"launch"'))
    .map(({ text }) => JSON.parse(text).configurations[0] as Launch);
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

  const [, ...words] = inClone.filter((word) => word !== '--inspect-brk');
  const run = begunEarly(() => command(ROOT, process.execPath, ...words));
  let ended: Ended;

  before(() =>
    run().then((each) => {
      ended = each;
    }),
  );

  it('has a command that runs an example in a clone, where it need not wait for a debugger', () => {
    const stdout = readFileSync(join(ROOT, 'examples', 'chain.txt'), 'utf8');
    expect(inClone.slice(0, 2)).to.deep.equal(['node', '--inspect-brk']);
    expect(ended).to.deep.equal({ status: 0, stdout, stderr: '' });
  });

  it('has a command for the package that runs what the package calls its command', () => {
    expect(withPackage).to.include(`${PACKAGE}/${bin.yieldstar}`);
  });

  it('launches in a clone what its command runs there', () => {
    const program = launchInClone?.program.replace(`${WORKSPACE}/`, '') ?? '';
    expect(existsSync(join(ROOT, program))).to.equal(true);
    expect(inClone.join(' ')).to.contain([...(launchInClone?.runtimeArgs ?? []), program].join(' '));
  });

  it('launches with the package what the package calls its command', () => {
    expect(launchWithPackage?.program).to.equal(`${WORKSPACE}/${PACKAGE}/${bin.yieldstar}`);
  });
});
