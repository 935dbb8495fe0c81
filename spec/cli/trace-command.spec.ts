import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCommandLine } from '../../lib/cli/command-line';
import { readTrace, traceProgram } from '../../lib/cli/trace-command';
import { UsageError } from '../../lib/cli/usage-error';
import { beginsStep } from '../../lib/trace/state/step-ends';
import { parseTrace } from '../../lib/trace/trace-file';
import { begunEarly, type Ended, Folder, together, yieldstar } from './spawn';

const LOCKED = `
import { asyncWith, createTask, Lock, run, sleep } from 'yieldstar';
function* dine(left: Lock, right: Lock) {
  yield* asyncWith(left, function* () {
    yield* sleep(1);
    yield* right.acquire();
  });
}
async function main(name: string) {
  const [a, b] = [new Lock(), new Lock()];
  createTask(dine(a, b), { name: 'ann' });
  createTask(dine(b, a), { name: 'bob' });
  await sleep(5);
  console.log(\`\${name} is back\`);
  process.exitCode = 3;
}
run(main(process.argv[2] ?? 'nobody'));
`;

const THROWING = `
import { run, sleep } from 'yieldstar';
function* fail() {
  yield* sleep(1);
  throw new RangeError('too far');
}
run(fail());
`;

const ENDLESS = `
import { getcurrent, greenlet, run, sleep } from 'yieldstar';
greenlet(function* there() { yield* getcurrent().parent.switch(); }).switch();
function* main() { for (;;) yield* sleep(1); }
for (;;) try { run(main()); } catch {}
`;

const UNFINISHED = `const x = (1;\n`;

/** It takes itself away. */
const GONE = `import { unlinkSync } from 'node:fs';
unlinkSync(__filename);
`;

const folder = new Folder();
const out = (name: string) => join(folder.path, name);
const written = ['--html', out('page.html'), '--perfetto', out('perfetto.json'), '--json', out('locked.jsonl')];

const runs = begunEarly(() =>
  together({
    locked: yieldstar('trace', folder.write('locked.ts', `\ufeff${LOCKED}`), ...written, '--', 'dan'),
    throwing: yieldstar('trace', folder.write('throwing.ts', THROWING), '--json', out('throwing.jsonl')),
    endless: yieldstar('trace', '--limit', '7', folder.write('endless.ts', ENDLESS), '--json', out('endless.jsonl')),
    unfinished: yieldstar('trace', folder.write('unfinished.ts', UNFINISHED), '--json', out('unfinished.jsonl')),
    module: yieldstar('trace', folder.write('module.mjs', UNFINISHED), '--json', out('module.jsonl')),
    gone: yieldstar('trace', folder.write('gone.ts', GONE), '--json', out('gone.jsonl')),
  }),
);

describe('yieldstar trace', () => {
  let ended: Record<'locked' | 'throwing' | 'endless' | 'unfinished' | 'module' | 'gone', Ended>;

  before('wait for the runs', () =>
    runs().then((all) => {
      ended = all;
    }),
  );
  after(() => folder.remove());

  const traceIn = (name: string) => parseTrace(readFileSync(out(name), 'utf8'));

  describe('of a program that ends by itself', () => {
    it("ends with the program's exit status, and keeps what it wrote for the trace", () => {
      expect(ended.locked.status).to.equal(3);
      expect(ended.locked.stderr).to.equal('');
      expect(ended.locked.stdout).not.to.contain('is back');
      const texts = traceIn('locked.jsonl').events.flatMap((event) => (event.type === 'output' ? [event.text] : []));
      expect(texts).to.deep.equal(['dan is back\n']);
    });

    it('tells which tasks came to a standstill while others went on, by whose locks, and where', () => {
      const lines = ended.locked.stdout.split('\n').map((line) => line.trim());
      expect(lines).to.include('ann and bob came to a standstill at 1s, for ever');
      const ann = lines.find((line) => line.startsWith('ann waits for'));
      expect(ann).to.match(/held by bob, in dine \(\S*locked\.ts:4\), <anonymous> \(\S*locked\.ts:6\)$/);
    });

    it('records where each task waits, of generators and of async functions, in lines of the source, which it has without a byte order mark', () => {
      const { header, events } = traceIn('locked.jsonl');
      const chains = events.flatMap((event) => (event.type === 'suspend' ? [event.chain ?? []] : []));
      const places = chains.map((chain) => chain.map(({ name, line }) => `${name}:${line}`).join(' '));
      expect(places.slice(0, 3)).to.deep.equal(['main:13', 'dine:4 <anonymous>:5', 'dine:4 <anonymous>:5']);
      expect(Object.values(header.sources)).to.deep.equal([LOCKED]);
    });

    it('writes the page, the trace for Perfetto, and the trace', () => {
      expect(readFileSync(out('page.html'), 'utf8')).to.match(/^<!doctype html>/i);
      expect(JSON.parse(readFileSync(out('perfetto.json'), 'utf8'))).to.have.property('traceEvents');
      expect(traceIn('locked.jsonl').events.at(-1)).to.include({ type: 'end', outcome: 'end' });
    });
  });

  describe('of a program that throws', () => {
    it("shows the program's own trace, where calls of the library are only counted, and ends with status 1", () => {
      const [title, first, calls] = ended.throwing.stderr.split('\n');
      expect(title).to.equal('RangeError: too far');
      expect(first).to.match(/^ {4}at fail \(.*throwing\.ts:5:9\)$/);
      expect(calls).to.match(/^ {4}-- \d+ calls in yieldstar$/);
      expect(ended.throwing.status).to.equal(1);
    });

    it('keeps the trace, with the error at its end', () => {
      const end = traceIn('throwing.jsonl').events.at(-1);
      expect(end).to.include({ type: 'end', outcome: 'error' });
    });
  });

  describe('of a program that never ends', () => {
    it('stops it at the limit, though it catches all errors, and says how to raise that', () => {
      expect(ended.endless.stderr).to.equal(
        'yieldstar: the program took 7 steps and would go on: it was stopped. --limit 14 lets it take twice as many\n',
      );
      expect(ended.endless.status).to.equal(1);
    });

    it('keeps the trace up to there: the switches of greenlets, and the handles that were run', () => {
      const { events } = traceIn('endless.jsonl');
      const steps = events.filter(beginsStep).map(({ type }) => type);
      expect(steps).to.deep.equal(['switch', 'switch', 'run', 'run', 'run', 'run', 'run']);
      expect(events.at(-1)).to.include({ type: 'end', outcome: 'limit' });
    });
  });

  it('does without the text of a file that is gone by the end', () => {
    expect([ended.gone.status, ended.gone.stderr]).to.deep.equal([0, '']);
    expect(Object.values(traceIn('gone.jsonl').header.sources)).to.deep.equal(['']);
  });

  describe('of a file that does not compile', () => {
    it('shows the line, and writes no trace', () => {
      expect(ended.unfinished.stderr).to.match(/unfinished\.ts:1\n {4}const x = \(1;\n +\^\nSyntaxError: /);
      expect(ended.unfinished.status).to.equal(1);
      expect(existsSync(out('unfinished.jsonl'))).to.equal(false);
    });

    it('does so of an ES module, too, where only the host finds the error', () => {
      expect(ended.module.stderr).to.match(/module\.mjs:1\nconst x = \(1;\n +\^\n\n\[?SyntaxError: /);
      expect(ended.module.stderr).not.to.contain('    at ');
      expect(ended.module.status).to.equal(1);
      expect(existsSync(out('module.jsonl'))).to.equal(false);
    });
  });
});

describe('What trace is to write', () => {
  const own = new Folder();
  after(() => own.remove());

  const refusal = (...words: string[]): string => {
    try {
      traceProgram(readCommandLine(['trace', ...words]));
    } catch (error) {
      if (error instanceof UsageError) return error.message.replaceAll(own.path, '');
      throw error;
    }
    return 'none';
  };

  it('is refused where it would take the place of the program, by whatever name, and that is not run', () => {
    const program = own.write('program.ts', 'throw new Error("it runs");');
    const link = join(own.path, 'link.ts');
    symlinkSync(program, link);
    expect(refusal(program, '--html', program)).to.equal('--html /program.ts would write over /program.ts');
    expect(refusal(program, '--json', link)).to.equal('--json /link.ts would write over /program.ts');
  });

  it('is refused where it would take the place of something else that is written', () => {
    const [program, written] = [own.write('other.ts', ''), join(own.path, 'a')];
    expect(refusal(program, '--html', written, '--json', written)).to.equal('--json /a would write over --html /a');
  });

  it('has to have a name', () => {
    expect(refusal(own.write('third.ts', ''), '--html=')).to.equal('--html takes the name of a file to write');
  });
});

describe('A trace that is to be read', () => {
  const own = new Folder();
  after(() => own.remove());

  const refusal = (text: string): string => {
    const file = own.write('some.jsonl', text);
    try {
      readTrace(file);
    } catch (error) {
      if (error instanceof UsageError) return error.message.replace(file, 'FILE');
      throw error;
    }
    return 'none';
  };

  it('has to be there', () => {
    expect(() => readTrace('/no/such.jsonl')).to.throw(UsageError, 'there is no file /no/such.jsonl');
  });

  it('names its file in what is said against it', () => {
    expect(refusal('hello\n')).to.match(/^FILE: this is no trace/);
    expect(refusal('{"format":"yieldstar-trace","version":3,"program":"a.ts","sources":{}}\n')).to.match(
      /^FILE: this is a trace of version 3/,
    );
    expect(refusal('{"format":"yieldstar-trace","version":1,"program":"a.ts","sources":{}}\n')).to.match(
      /^FILE: the trace is cut off/,
    );
  });
});
