import { expect } from 'chai';
import { generate } from '../../fuzz/generate';
import { printProgram } from '../../fuzz/print-program';
import type { Body } from '../../fuzz/program';
import { programOf } from './programs';

/** How a task with `body` is printed: its lines, without the head. */
function printed(...body: Body): string[] {
  const [, , ...lines] = printProgram(programOf(body)).split('\n');
  return lines.map((line) => line.slice(4));
}

describe('A program that is printed', () => {
  it('says how the loop is run, and what is made with which number', () => {
    const text = printProgram({ mode: 'runner', eager: true, sizes: { queue0: 2 }, tasks: [], timers: [] });
    expect(text.split('\n')).to.deep.equal([
      '# the loop is run by a Runner, a task after another, with eager tasks',
      '# made with: queue0(2)',
    ]);
  });

  it('shows its tasks and timers as Python would be written', () => {
    const program = { ...programOf([{ op: 'return', value: 1 }], []), timers: [{ delay: 0.5, body: [] }] };
    expect(printProgram(program).split('\n').slice(1)).to.deep.equal([
      'async def t1():',
      '    return 1',
      'async def t2():',
      '    pass',
      'call_later(0.5):',
      '    pass',
    ]);
  });

  it('shows a call with what it is given', () => {
    expect(printed({ op: 'sleep', delay: 1, value: 2 }, { op: 'put', on: 'queue0', value: 3 })).to.deep.equal([
      'await sleep(delay=1, value=2)',
      'await queue0.put(value=3)',
    ]);
  });

  it('shows coroutines below the call that they are given to', () => {
    const operands = [{ ref: 'f0' }, { spawn: true, id: 2, body: [{ op: 'info' } as const] }];
    expect(printed({ op: 'gather', operands, returnExceptions: true })).to.deep.equal([
      'await gather(f0, create_task(t2()), returnExceptions=True)',
      '    where t2:',
      '        info()',
    ]);
  });

  it('shows that a coroutine gives way before it starts', () => {
    const late = { id: 2, late: true, body: [] };
    const sleeps = ['await sleep(delay=0, value=0)'];
    expect(printed({ op: 'spawn', ...late })).to.deep.equal(['t2 = spawn():', ...sleeps.map((line) => `    ${line}`)]);
    const lines = printed({ op: 'shield', operands: [{ spawn: false, ...late }] });
    expect(lines).to.deep.equal(['await shield(t2())', '    where t2:', ...sleeps.map((line) => `        ${line}`)]);
  });

  it('shows a call inside a call', () => {
    const inner = { make: { op: 'gather', operands: [{ ref: 'f1' }], returnExceptions: false } } as const;
    expect(printed({ op: 'waitFor', operands: [inner], timeout: null })).to.deep.equal([
      'await waitFor(gather(f1, returnExceptions=False), timeout=None)',
    ]);
  });

  it('shows try, except and finally', () => {
    const body = [{ op: 'await', on: 'f0' } as const];
    const lines = printed({ op: 'try', body, catches: 'CancelledError', handler: [], then: 'raise', finally: [] });
    expect(lines).to.deep.equal([
      'try:',
      '    await f0',
      'except CancelledError as error:',
      '    raise',
      'finally:',
      '    pass',
    ]);
  });

  it('shows scopes', () => {
    const lines = printed(
      { op: 'timeout', id: 2, delay: 1, at: true, body: [] },
      { op: 'group', id: 3, body: [] },
      { op: 'with', on: 'lock0', body: [] },
    );
    expect(lines.filter((line) => line.startsWith('async'))).to.deep.equal([
      'async with timeout_at(now + 1) as timeout2:',
      'async with TaskGroup() as group3:',
      'async with lock0:',
    ]);
  });

  it('shows every random program, a line for each statement at least', () => {
    for (let index = 0; index < 100; index++) {
      const program = generate(1, index);
      const statements = JSON.stringify([program.tasks, program.timers]).match(/"op":/g)?.length ?? 0;
      expect(printProgram(program).split('\n').length).to.be.greaterThan(statements / 2);
    }
  });
});
