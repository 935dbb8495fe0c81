import { compileFunction } from 'node:vm';
import { expect } from 'chai';
import * as ts from 'typescript';
import * as library from '../../lib';

const PROGRAM = `
import { coroutine, gather, getRunningLoop, run, sleep } from 'yieldstar';

const hello = coroutine(async function hello(n: number): Promise<number> {
  await sleep(n);
  console.log(\`hello \${n}, at \${getRunningLoop().time()}\`);
  return n;
});

async function twice(n: number): Promise<number> {
  return 2 * (await hello(n));
}

const main = coroutine(async () => {
  console.log(...(await gather([hello(2), hello(1)])), await twice(3));
});

async function plain(): Promise<void> {
  await sleep(1);
  console.log(await twice(4));
}

run(main());
run(plain());
`;

const PRINTED = ['hello 1, at 1', 'hello 2, at 2', 'hello 3, at 5', '2 1 6', 'hello 4, at 5', '8'];

/** What esbuild 0.28 makes of it with --bundle --platform=node --external:yieldstar --target=es2016, but for line ends. */
const BY_ESBUILD = `
var __async = (__this, __arguments, generator) => {
  return new Promise((resolve, reject) => {
    var fulfilled = (value) => { try { step(generator.next(value)); } catch (e) { reject(e); } };
    var rejected = (value) => { try { step(generator.throw(value)); } catch (e) { reject(e); } };
    var step = (x) => x.done ? resolve(x.value) : Promise.resolve(x.value).then(fulfilled, rejected);
    step((generator = generator.apply(__this, __arguments)).next());
  });
};

// program.ts
var import_yieldstar = require("yieldstar");
var hello = (0, import_yieldstar.coroutine)(function hello2(n) {
  return __async(this, null, function* () {
    yield (0, import_yieldstar.sleep)(n);
    console.log(\`hello \${n}, at \${(0, import_yieldstar.getRunningLoop)().time()}\`);
    return n;
  });
});
function twice(n) {
  return __async(this, null, function* () {
    return 2 * (yield hello(n));
  });
}
var main = (0, import_yieldstar.coroutine)(() => __async(null, null, function* () {
  console.log(...yield (0, import_yieldstar.gather)([hello(2), hello(1)]), yield twice(3));
}));
function plain() {
  return __async(this, null, function* () {
    yield (0, import_yieldstar.sleep)(1);
    console.log(yield twice(4));
  });
}
(0, import_yieldstar.run)(main());
(0, import_yieldstar.run)(plain());
`;

/** Run a CommonJS module, and give what it prints. */
function printedBy(code: string): string[] {
  const lines: string[] = [];
  const console = { log: (...words: unknown[]) => lines.push(words.join(' ')) };
  const evaluate = compileFunction(code, ['exports', 'require', 'console']);
  evaluate.call({}, {}, () => library, console);
  return lines;
}

function byTypeScript(compilerOptions: ts.CompilerOptions): string {
  return ts.transpileModule(PROGRAM, { compilerOptions, fileName: 'program.cts' }).outputText;
}

describe('A program with async functions', () => {
  it('runs as TypeScript compiles it by the tsconfig.json of tsc --init: they are native', () => {
    const code = byTypeScript({ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.NodeNext });
    expect(code).to.contain('async function twice(n)');
    expect(printedBy(code)).to.deep.equal(PRINTED);
  });

  it('runs as TypeScript compiles it for an older host: they are generators, or less, behind promises', () => {
    for (const target of [ts.ScriptTarget.ES2016, ts.ScriptTarget.ES5]) {
      const code = byTypeScript({ target, module: ts.ModuleKind.CommonJS });
      expect(code).to.contain('function twice(n) {\n    return __awaiter(');
      expect(printedBy(code)).to.deep.equal(PRINTED);
    }
  });

  it('runs as it is compiled for this library: they are coroutines', () => {
    const options = { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.CommonJS, noEmitHelpers: true };
    expect(printedBy(byTypeScript(options))).to.deep.equal(PRINTED);
  });

  it('runs as esbuild compiles it for an older host, with helpers of its own', () => {
    expect(printedBy(BY_ESBUILD)).to.deep.equal(PRINTED);
  });
});
