import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { command } from '../cli/spawn';
import { ROOT } from '../docs-pages';

/** What Node's debugger says of a call on the stack. */
interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly variables: Record<string, unknown>;
}

interface Configuration {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly skipFiles: readonly string[];
}

const WORKSPACE = `$\{workspaceFolder}`;
const WATCH = join(__dirname, 'watch.js');
const PROGRAM = join(__dirname, 'program.ts');

const { configurations }: { configurations: Configuration[] } = JSON.parse(
  readFileSync(join(ROOT, '.vscode', 'launch.json'), 'utf8'),
);

/** The number of the line of the program that has `text`. */
function lineOf(text: string): number {
  return (
    readFileSync(PROGRAM, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

/** What an IDE makes of skipFiles: one pattern. */
function skippedBy(name: string): string {
  const { skipFiles } = configurations.find((each) => each.name === name) as Configuration;
  const patterns = skipFiles.map((glob) =>
    glob.replace('<node_internals>/', 'node:').replace(WORKSPACE, ROOT).replaceAll('.', '\\.').replaceAll('**', '.*'),
  );
  return [...patterns, WATCH].join('|');
}

/** Run the program, give the debugger these commands at its stops, and tell of each: who called, the innermost first. */
function stopsOf(name: string, ...commands: string[]): Promise<Frame[][]> {
  const words = ['--require', 'ts-node/register/transpile-only', WATCH, commands.join(), skippedBy(name), PROGRAM];
  return command(ROOT, process.execPath, ...words).then(({ stdout }) =>
    stdout
      .split('\n')
      .filter((line) => line.startsWith('['))
      .map((line) => JSON.parse(line)),
  );
}

/** Each place once where steps stop more than once on their way through a line. */
function placesOf(stops: readonly Frame[][]): string[] {
  const places = stops.map(([frame]) => `${frame?.name}:${frame?.line}`);
  return places.filter((place, i) => place !== places[i - 1]);
}

describe("Node's debugger", function () {
  this.timeout(60_000);
  const WITHOUT = 'This program, without the library';
  const WITH = 'This program, and the library';
  let over: Frame[][];
  let into: Frame[][];
  let through: Frame[][];

  before('run a program under it, in three ways', () =>
    Promise.all([
      stopsOf(WITHOUT, 'stepOver', 'stepOver', 'stepOver', 'stepOver', 'stepOver', 'stepOver', 'stepOver'),
      stopsOf(WITHOUT, 'stepInto', 'stepInto'),
      stopsOf(WITH, 'stepInto', 'stepInto', 'stepInto', 'stepInto', 'stepInto'),
    ]).then((stops) => {
      [over = [], into = [], through = []] = stops;
    }),
  );

  it('has each call on the stack, three `yield*` deep, with its line in TypeScript and its variables', () => {
    const [cook, serve, main] = over[0] as [Frame, Frame, Frame];
    expect([cook, serve, main].map(({ name, file, line }) => [name, file, line])).to.deep.equal([
      ['cook', PROGRAM, lineOf('debugger;')],
      ['serve', PROGRAM, lineOf('yield* cook(')],
      ['main', PROGRAM, lineOf('yield* serve(')],
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
    expect(over.find(([frame]) => frame?.line === lineOf('return plate'))?.[0]?.variables.plate).to.equal(
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
