/*
 * Every @example in lib/ runs, on a loop in virtual time, with the exports of the library at hand
 * and what `scope` adds. What yields is run as a task. Behind a statement, a comment that is a
 * value, and no more than that, is the repr of what the statement gives: `task.done(); // false`;
 * one that begins with the name of an error names what it throws: `// TimeoutError, at 10`.
 */

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';
import * as library from '../lib';
import { withEventLoop } from '../lib/future/running-loop';
import { patchWaiting } from '../lib/stdlib/waiting';
import { filesBelow, ROOT } from './docs-pages';

interface Example {
  readonly place: string;
  readonly source: string;
}

/** What the examples name and do not make. Nothing is printed. */
function scope(loop: library.EventLoop) {
  const hello = library.coroutine(function* hello(n: number) {
    yield* library.sleep(n);
    return n;
  });
  const work = library.coroutine(function* work() {
    throw new Error('failed');
  });
  return {
    ...library,
    loop,
    hello,
    work,
    main: () => hello(1),
    fetchAll: () => hello(60),
    fetchPage: () => hello(2),
    save: () => hello(1),
    file: 'file',
    recover: () => {},
    user: new library.ContextVar('user', { default: 'nobody' }),
    console: { log: () => {} },
  };
}

/** The examples in the comments of a file: what follows `@example`, up to the next tag or the end. */
function examplesOf(path: string): Example[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^ *\* @example\n((?: *\*(?!\/| @).*\n)+)/gm)].map((match) => ({
    place: `${relative(ROOT, path)}:${text.slice(0, match.index).split('\n').length}`,
    source: (match[1] as string).replace(/^ *\* ?/gm, ''),
  }));
}

/** Wrapped, so that `yield*` is one to the parser. */
function parse({ source }: Example): { file: ts.SourceFile; body: ts.Block } {
  const file = ts.createSourceFile('example.ts', `function* example() {\n${source}}`, ts.ScriptTarget.ES2022, true);
  return { file, body: (file.statements[0] as ts.FunctionDeclaration).body as ts.Block };
}

function yields(node: ts.Node): boolean {
  if (ts.isYieldExpression(node)) return true;
  return !ts.isFunctionLike(node) && ts.forEachChild(node, (child) => yields(child) || undefined) === true;
}

const VALUE = /^(?:'.*'|-?\d+(?:\.\d+)?|\[.*\]|\{.*\}|<.*>|true|false|undefined)$/;

/** The statement, made to check what the comment behind it claims. */
function checked(statement: ts.Statement, file: ts.SourceFile): string {
  const code = statement.getText(file);
  const rest = file.text.slice(statement.end).split('\n')[0] as string;
  const claim = /^ *\/\/ (.*)$/.exec(rest)?.[1] ?? '';
  const error = /^\w*Error\b/.exec(claim)?.[0];
  if (error !== undefined)
    return `try { ${code} given('nothing'); } catch (error) { given(error.name); } said('${error}');`;
  if (!ts.isExpressionStatement(statement) || !VALUE.test(claim)) return code;
  return `given(repr(${statement.expression.getText(file)})); said(${JSON.stringify(claim)});`;
}

/** Run the example. Gives what its comments say, and what was given in fact. */
function run(example: Example): { said: string[]; given: string[] } {
  const { file, body } = parse(example);
  const said: string[] = [];
  const given: string[] = [];
  const loop = new library.EventLoop();
  const names = { ...scope(loop), said: (text: string) => said.push(text), given: (text: string) => given.push(text) };
  const source = body.statements.map((statement) => checked(statement, file)).join('\n');
  const code = ts.transpileModule(`return function* example() {\n${source}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const make = new Function(...Object.keys(names), code) as (
    ...values: unknown[]
  ) => () => Generator<unknown, void, unknown>;
  const generator = make(...Object.values(names))();
  if (body.statements.some(yields)) loop.runUntilComplete(generator);
  else generator.next();
  return { said, given };
}

/** Blocking calls wait as they did, and the network that main had is gone with its loop. */
function leaveNothingBehind(): void {
  patchWaiting(undefined);
  const last = new library.EventLoop();
  withEventLoop(last, library.net.getNetwork);
  last.close();
}

describe('The examples in the comments of lib/', () => {
  const examples = filesBelow(join(ROOT, 'lib'), '.ts').flatMap(examplesOf);

  afterEach(leaveNothingBehind);

  for (const example of examples) {
    it(`run, and give what they say: ${example.place}`, () => {
      const { said, given } = run(example);
      expect(given).to.deep.equal(said);
    });
  }

  it('are short: at most eight lines', () => {
    const long = examples.filter(({ source }) => source.trimEnd().split('\n').length > 8);
    expect(long.map(({ place }) => place)).to.deep.equal([]);
  });

  it('are all found', () => {
    const texts = filesBelow(join(ROOT, 'lib'), '.ts').map((path) => readFileSync(path, 'utf8'));
    expect(examples.length).to.equal(texts.join('').split('@example').length - 1);
  });

  it('may say, rightly or wrongly, what a statement gives, and what it throws', () => {
    const source = "'a'; // 'a'\n1; // 2\nyield* work(); // ValueError, always\nloop.time(); // at first 0\n";
    expect(run({ place: 'here', source })).to.deep.equal({
      said: ["'a'", '2', 'ValueError'],
      given: ["'a'", '1', 'Error'],
    });
  });
});
