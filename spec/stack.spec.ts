import { expect } from 'chai';
import { coroutine, EventLoop, Task } from '../lib';
import {
  captureStack,
  captureStackSince,
  type Frame,
  formatStack,
  framesOf,
  isLibraryFile,
  locationOf,
} from '../lib/stack';

function inner(): Frame[] {
  return captureStack();
}

function outer(): Frame[] {
  return inner();
}

describe('captureStack', () => {
  it('gives the calls that led here, the oldest first', () => {
    const names = outer().map((frame) => frame.name);
    expect(names.slice(-2)).to.deep.equal(['outer', 'inner']);
  });

  it('says of each frame where it is', () => {
    const frame = outer().at(-1) as Frame;
    expect(frame.file).to.equal(__filename);
    expect(frame.line).to.equal(14);
    expect(frame.column).to.be.greaterThan(0);
  });

  it("leaves the library's and the host's frames out", () => {
    const loop = new EventLoop();
    let frames: Frame[] = [];
    const work = coroutine(function* work() {
      frames = captureStack();
    });
    loop.runUntilComplete(work());
    const ours = frames.filter((frame) => frame.file.startsWith('node:') || /\/lib\/(loop|task)\//.test(frame.file));
    expect(ours).to.deep.equal([]);
    expect(frames.at(-1)?.name).to.equal('work');
  });

  it('shows the chain of yield* as calls', () => {
    let names: string[] = [];
    function* leaf() {
      names = captureStack().map((frame) => frame.name);
    }
    function* root() {
      yield* leaf();
    }
    [...root()];
    expect(names.slice(-2)).to.deep.equal(['root', 'leaf']);
  });

  it('is as deep as the stack, and leaves the limit of other traces as it was', () => {
    const limit = Error.stackTraceLimit;
    const deep = (n: number): Frame[] => (n === 0 ? captureStack() : deep(n - 1));
    expect(deep(50).filter((frame) => frame.name === 'deep')).to.have.length(51);
    expect(Error.stackTraceLimit).to.equal(limit);
  });
});

describe('captureStackSince', () => {
  const nameCalls = () => captureStackSince('resume').map((frame) => frame.name);
  const inner = coroutine(function* inner() {
    return nameCalls();
  });
  const outer = coroutine(function* outer() {
    return yield* inner();
  });

  it('leaves out what called the method of the library, and keeps what that led to, the oldest first', () => {
    expect(new EventLoop().runUntilComplete(outer())).to.deep.equal(['outer', 'inner', 'nameCalls']);
  });

  it('begins at the newest call of it, where there are several', () => {
    const loop = new EventLoop();
    const main = coroutine(function* main() {
      return new Task(inner(), { loop, eagerStart: true }).result();
    });
    expect(loop.runUntilComplete(main())).to.deep.equal(['inner', 'nameCalls']);
  });

  it('gives the whole stack where it was not called', () => {
    expect(nameCalls()).to.deep.equal(
      captureStack()
        .map((frame) => frame.name)
        .concat('nameCalls'),
    );
  });

  it("is not misled by a function of the user's that has its name", () => {
    const resume = () => nameCalls();
    expect(resume().slice(-2)).to.deep.equal(['resume', 'nameCalls']);
  });
});

describe('Frame', () => {
  const generatorNames = (frames: readonly Frame[]) =>
    frames.filter((frame) => frame.isGenerator).map((frame) => frame.name);

  it('says of the call of a generator that it is one, and of no other', () => {
    const look = () => captureStackSince('resume');
    const main = coroutine(function* main() {
      return look();
    });
    const frames = new EventLoop().runUntilComplete(main());
    expect(frames.map(({ name, isGenerator }) => [name, isGenerator])).to.deep.equal([
      ['main', true],
      ['look', undefined],
    ]);
  });

  it('says so of each generator in a chain, plain ones as well, however it is resumed', () => {
    let names: string[] = [];
    function* leaf() {
      try {
        yield 1;
      } finally {
        names = generatorNames(captureStack());
      }
    }
    function* root(): Generator<unknown, void, unknown> {
      yield* leaf();
    }
    const resumed = (['next', 'throw', 'return'] as const).map((way) => {
      const generator = root();
      generator.next();
      try {
        generator[way](undefined as never);
      } catch {}
      return names;
    });
    expect(resumed).to.deep.equal([
      ['root', 'leaf'],
      ['root', 'leaf'],
      ['root', 'leaf'],
    ]);
  });

  it('says so of an async function, which is one once compiled', () => {
    let names: string[] = [];
    const main = async () => {
      names = generatorNames(captureStackSince('resume'));
    };
    new EventLoop().runUntilComplete(main());
    expect(names).to.deep.equal(['<anonymous>']);
  });
});

describe('framesOf', () => {
  it('reads the trace of an error, the oldest call first', () => {
    const error = new Error('x');
    error.stack = ['Error: x', '    at b (/app/b.ts:2:3)', '    at a (/app/a.ts:10:20)'].join('\n');
    expect(framesOf(error)).to.deep.equal([
      { name: 'a', file: '/app/a.ts', line: 10, column: 20 },
      { name: 'b', file: '/app/b.ts', line: 2, column: 3 },
    ]);
  });

  it("strips what the host adds to a function's name", () => {
    const error = new Error('x');
    const decorated = ['Object.run', 'hello.next', 'new Hello', 'async work', 'Object.a [as b]', 'Object.<anonymous>'];
    error.stack = decorated.map((name) => `    at ${name} (/app/a.ts:1:1)`).join('\n');
    const names = framesOf(error).map((frame) => frame.name);
    expect(names.reverse()).to.deep.equal(['run', 'hello', 'Hello', 'work', 'a', '<module>']);
  });

  it('takes a frame without a name for an anonymous function, as V8 does not tell a module from one', () => {
    const error = new Error('x');
    error.stack = '    at file:///app/a.mjs:1:2';
    expect(framesOf(error)).to.deep.equal([{ name: '<anonymous>', file: '/app/a.mjs', line: 1, column: 2 }]);
  });

  it('puts those who await the code of a job between that and who had the job run', () => {
    const error = new Error('x');
    const lines = [
      'inner (/app/a.ts:1:1)',
      'process.runNextTicks [as _tickCallback] (node:internal/process/task_queues:60:5)',
      'main (/app/main.ts:2:1)',
      'async outer (/app/a.ts:3:1)',
      'async Promise.all (index 0)',
      'async /app/a.ts:4:1',
    ];
    error.stack = lines.map((line) => `    at ${line}`).join('\n');
    expect(framesOf(error).map(({ name, line, isAwaiting }) => [name, line, isAwaiting])).to.deep.equal([
      ['main', 2, undefined],
      ['<anonymous>', 4, true],
      ['outer', 3, true],
      ['inner', 1, undefined],
    ]);
  });

  it('gives nothing for an error without a trace', () => {
    const error = new Error('x');
    error.stack = undefined;
    expect(framesOf(error)).to.deep.equal([]);
  });
});

describe('formatStack', () => {
  it("shows frames as Python's tracebacks do", () => {
    const frames = [
      { name: 'a', file: '/app/a.ts', line: 10, column: 20 },
      { name: 'b', file: '/app/b.ts', line: 2, column: 3 },
    ];
    expect(formatStack(frames)).to.equal('  File "/app/a.ts", line 10, in a\n  File "/app/b.ts", line 2, in b');
  });
});

describe('locationOf', () => {
  it('is the file and the line', () => {
    expect(locationOf({ name: 'a', file: '/app/a.ts', line: 10, column: 20 })).to.equal('/app/a.ts:10');
  });
});

describe('isLibraryFile', () => {
  it('tells files of the library and the host from those of the program', () => {
    const files = [require.resolve('../lib/stack'), 'node:internal/timers', __filename, ''];
    expect(files.map(isLibraryFile)).to.deep.equal([true, true, false, false]);
  });
});
