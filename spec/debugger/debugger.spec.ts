import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { begunEarly } from '../cli/spawn';
import { ROOT } from '../docs-pages';
import { configurations, Debuggee, type Frame, placesOf, WORKSPACE } from './stops';

const program = new Debuggee('program.ts');
const { file } = program;
const lineOf = (text: string) => program.lineOf(text);

describe("Node's debugger", () => {
  const WITHOUT = 'This program, without the library';
  const WITH = 'This program, and the library';
  const run = begunEarly(() =>
    Promise.all([
      program.stops(WITHOUT, ...Array(7).fill('stepOver'), 'resume', 'stepInto', 'stepInto'),
      program.stops(WITH, ...Array(5).fill('stepInto')),
    ]),
  );
  let over: Frame[][];
  let into: Frame[][];
  let through: Frame[][];

  before('run a program under it, without the library and with it', () =>
    run().then(([without, within]) => {
      over = without.slice(0, 8);
      into = without.slice(8);
      through = within;
    }),
  );

  it('has each call on the stack, three `yield*` deep, with its line in TypeScript and its variables', () => {
    const [cook, serve, main] = over[0] as [Frame, Frame, Frame];
    expect([cook, serve, main].map(({ name, file, line }) => [name, file, line])).to.deep.equal([
      ['cook', file, lineOf('debugger;')],
      ['serve', file, lineOf('yield* cook(')],
      ['main', file, lineOf('yield* serve(')],
    ]);
    expect(cook.variables).to.deep.equal({ order: 'object', minutes: 3, started: 0 });
    expect(serve.variables).to.deep.equal({ order: 'object', minutes: 3, plate: 'undefined' });
    expect(main.variables).to.deep.equal({ order: 'object', clock: 'object' });
  });

  it('steps over a `yield*` within its task, whoever runs meanwhile, and from its end to who awaits it', () => {
    expect(placesOf(over)).to.deep.equal([
      `cook:${lineOf('debugger;')}`,
      `cook:${lineOf('yield* sleep(minutes)')}`,
      `cook:${lineOf('return `')}`,
      `serve:${lineOf('return plate')}`,
      `main:${lineOf('yield* serve(')}`,
      `main:${lineOf('yield* clock')}`,
    ]);
    expect(over.find(([frame]) => frame?.line === lineOf('return plate'))?.[0]?.variables?.plate).to.equal(
      'soup, after 3',
    );
  });

  it('steps into nothing of the library where that is skipped', () => {
    expect(placesOf(into).slice(0, 3)).to.deep.equal([
      `cook:${lineOf('debugger;')}`,
      `cook:${lineOf('yield* sleep(minutes)')}`,
      `cook:${lineOf('return `')}`,
    ]);
  });

  it('steps into the library where that is not skipped, at its lines in TypeScript', () => {
    const frame = through.flat().find(({ name }) => name === 'sleep') as Frame;
    const text = readFileSync(join(ROOT, 'lib', 'task', 'sleep.ts'), 'utf8').split('\n');
    expect(frame.file).to.equal(join(ROOT, 'lib', 'task', 'sleep.ts'));
    expect(text[frame.line - 1]).to.contain('delay');
    expect(frame.variables).to.include({ delay: 3 });
  });
});

describe('.vscode/launch.json', () => {
  it('runs programs that there are', () => {
    const files = configurations.flatMap(({ program, args }) => [
      program.replace(`${WORKSPACE}/`, ''),
      ...args.filter((word) => word.endsWith('.ts')),
    ]);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).to.deep.equal([]);
    expect(files).to.include.members(['lib/cli/main.ts', 'examples/hello.ts', 'node_modules/mocha/bin/mocha.js']);
  });

  it('gives each configuration a name of its own', () => {
    expect(new Set(configurations.map(({ name }) => name)).size).to.equal(configurations.length);
  });
});
