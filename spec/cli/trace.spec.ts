import { expect } from 'chai';
import { EventLoop, ExceptionGroup, Future, sleep, ValueError } from '../../lib';
import { traceOf } from '../../lib/cli/trace';
import { thrownBy } from '../support';

/** The trace with every line of the program's shown as its function only. */
function shapeOf(thrown: unknown): string[] {
  const lines = traceOf(thrown).split('\n');
  const ours = lines.filter((line) => !line.includes('node_modules'));
  return ours.map((line) => line.replace(/^( *at \S+).*trace\.spec\.ts:\d+.*$/, '$1'));
}

class Mine extends Error {}

describe('The trace of an uncaught error', () => {
  it('names the error and the lines of the program, innermost first', () => {
    function inner(): never {
      throw new ValueError('nope');
    }
    function outer() {
      inner();
    }
    expect(shapeOf(thrownBy(outer)).slice(0, 3)).to.deep.equal(['ValueError: nope', '    at inner', '    at outer']);
  });

  it('leaves out the lines of the library between them', () => {
    function* failing() {
      yield* sleep(1);
      throw new ValueError('nope');
    }
    function starting() {
      new EventLoop().runUntilComplete(failing());
    }
    const shape = shapeOf(thrownBy(starting));
    expect(shape.slice(0, 3)).to.deep.equal(['ValueError: nope', '    at failing', '    at starting']);
  });

  it('leaves out the line of the library that threw, too', () => {
    function settingTwice() {
      const future = new Future(new EventLoop());
      future.setResult(1);
      future.setResult(2);
    }
    expect(shapeOf(thrownBy(settingTwice)).slice(0, 2)).to.deep.equal([
      'InvalidStateError: invalid state',
      '    at settingTwice',
    ]);
  });

  it('has the native functions that await each other where their jobs were run, and files by their paths', () => {
    const error = new Error('nope');
    error.stack = [
      'Error: nope',
      '    at inner (file:///home/me/a.mjs:2:9)',
      '    at process.runNextTicks [as _tickCallback] (node:internal/process/task_queues:60:5)',
      '    at file:///home/me/a.mjs:9:1',
      '    at async outer (file:///home/me/a.mjs:5:3)',
    ].join('\n');
    expect(traceOf(error).split('\n')).to.deep.equal([
      'Error: nope',
      '    at inner (/home/me/a.mjs:2:9)',
      '    at async outer (/home/me/a.mjs:5:3)',
      '    at /home/me/a.mjs:9:1',
    ]);
  });

  it('goes on with the cause', () => {
    const cause = new ValueError('below');
    const shape = shapeOf(new Error('above', { cause })).filter((line) => !line.startsWith('    at'));
    expect(shape).to.deep.equal(['Error: above', 'caused by ValueError: below']);
  });

  it('ends where an error is its own cause', () => {
    const error = new Mine('round');
    error.cause = new Mine('and round', { cause: error });
    const shape = shapeOf(error).filter((line) => !line.startsWith('    at'));
    expect(shape).to.deep.equal(['Mine: round', 'caused by Mine: and round', 'caused by Mine: round (see above)']);
  });

  it('shows the errors in a group, each with its own', () => {
    const inner = new ExceptionGroup('inner', [new Mine()]);
    const shape = shapeOf(new ExceptionGroup('outer', [new ValueError('first'), inner]));
    expect(shape.filter((line) => !/^ +at/.test(line))).to.deep.equal([
      'ExceptionGroup: outer (2 sub-exceptions)',
      '  1: ValueError: first',
      '  2: ExceptionGroup: inner (1 sub-exception)',
      '    1: Mine',
    ]);
  });

  it('names an error by its class where it gives itself no name', () => {
    expect(shapeOf(new Mine('text'))[0]).to.equal('Mine: text');
  });

  it('shows the place of a syntax error, as the host has it', () => {
    const error = new SyntaxError('nope');
    error.stack = '/home/me/a.js:3\nlet x = ;\n        ^\n\nSyntaxError: nope\n    at node:internal/x:1:1';
    expect(traceOf(error)).to.equal('/home/me/a.js:3\nlet x = ;\n        ^\nSyntaxError: nope');
  });

  it('says what was thrown where it is no error', () => {
    expect(traceOf({ a: 5 })).to.equal('{ a: 5 } was thrown, which is no Error');
  });
});
