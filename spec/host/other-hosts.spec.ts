import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileFunction, createContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { REGISTER_INSTANCE, type Service } from 'ts-node';

const LIBRARY = resolve(__dirname, '../../lib/index.ts');
const service = process[REGISTER_INSTANCE] as Service;

const { getBuiltinModule } = process;

/** What other hosts have that the library uses, or might. */
const HOSTS = {
  'a browser': {},
  Deno: { process: { getBuiltinModule, versions: {} } },
  Bun: { process: { getBuiltinModule, versions: { bun: '1.4.5' }, _tickCallback() {} } },
};

/** Evaluate the library in a realm of its own, which has of Node's only `globals`; and run `program` there. */
function runWith(globals: object, program: string): unknown[] {
  const parsingContext = createContext({ TextEncoder, TextDecoder, ...globals });
  const loaded = new Map<string, object>();
  const load = (file: string): object => {
    const exports = loaded.get(file) ?? {};
    if (loaded.has(file)) return exports;
    loaded.set(file, exports);
    const code = service.compile(readFileSync(file, 'utf8'), file);
    const evaluate = compileFunction(code, ['exports', 'require'], { parsingContext, filename: file });
    evaluate(exports, (name: string) => load(join(file, '..', `${name}.ts`)));
    return exports;
  };
  const log: unknown[] = [];
  const evaluate = compileFunction(program, ['yieldstar', 'log'], { parsingContext });
  evaluate(load(LIBRARY), (entry: unknown) => log.push(entry));
  return log;
}

const PROGRAM = `
    const { coroutine, run, sleep } = yieldstar;
    const attempt = (begin) => {
      try {
        log(begin());
      } catch (error) {
        log(String(error));
      }
    };
    attempt(() => run((function* () { return yield* sleep(1, 'a generator'); })()));
    attempt(() => run(__awaiter(null, [], null, function* () { return yield sleep(1, 'compiled'); })));
    attempt(() => run(coroutine(async () => await sleep(1))()));
    attempt(() => run((async () => await sleep(1))()));
`;

const REMEDY =
  'this host cannot drive native async functions. Compile them for yieldstar: in tsconfig.json set "target": "ES2016" ' +
  '(any below ES2017) and "noEmitHelpers": true, or write generators and use yield*';

for (const [host, globals] of Object.entries(HOSTS)) {
  describe(`In ${host}`, () => {
    let log: unknown[];
    const unhandled: string[] = [];

    before('run the program, and have the host turn', () => {
      const note = (error: unknown) => unhandled.push(String(error));
      process.on('unhandledRejection', note);
      log = runWith(globals, PROGRAM);
      return new Promise((resolve) => setImmediate(resolve)).then(() => process.off('unhandledRejection', note));
    });

    it('generators run, and async functions that were compiled for it', () => {
      expect(log.slice(0, 2)).to.deep.equal(['a generator', 'compiled']);
    });

    it('native ones do not, and it is said what to do, once', () => {
      expect(unhandled).to.deep.equal([]);
      expect(log.slice(2)).to.deep.equal([
        `TypeError: object Promise can't be used in 'await' expression: ${REMEDY}`,
        `ValueError: a coroutine was expected, got <Promise object>: ${REMEDY}`,
      ]);
    });
  });
}

describe('In a worker thread of Node', () => {
  const WORKER = `
    require('ts-node/register/transpile-only');
    const { coroutine, getRunningLoop, run, sleep } = require(${JSON.stringify(LIBRARY)});
    const { parentPort } = require('node:worker_threads');
    const main = coroutine(async () => [await sleep(5, 'slept'), getRunningLoop().time()]);
    parentPort.postMessage(run(main()));
  `;

  it('native async functions run', () =>
    new Promise((resolve, reject) => {
      new Worker(WORKER, { eval: true }).once('message', resolve).once('error', reject);
    }).then((message) => {
      expect(message).to.deep.equal(['slept', 5]);
    }));
});
