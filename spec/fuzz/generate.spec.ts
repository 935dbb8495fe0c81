import { expect } from 'chai';
import { generate } from '../../fuzz/generate';
import type { Program } from '../../fuzz/program';

const programs = Array.from({ length: 400 }, (_, index) => generate(1, index));

/** All statements of a program, with those inside others. */
function opsOf(program: Program): string[] {
  return [...JSON.stringify(program).matchAll(/"op":"(\w+)"/g)].map(([, op]) => op as string);
}

describe('The generator of the fuzz', () => {
  it('makes the same program for the same seed and place', () => {
    expect(generate(7, 3)).to.deep.equal(generate(7, 3));
  });

  it('makes another for each place, and for each seed', () => {
    const texts = new Set([...programs, generate(2, 0)].map((program) => JSON.stringify(program)));
    expect(texts.size).to.equal(programs.length + 1);
  });

  it('makes programs that JSON can carry', () => {
    for (const program of programs) expect(JSON.parse(JSON.stringify(program))).to.deep.equal(program);
  });

  it('uses every statement there is', () => {
    const used = new Set(programs.flatMap(opsOf));
    expect([...used].sort()).to.deep.equal(STATEMENTS.sort());
  });

  it('makes programs in which much happens', () => {
    const counts = programs.map((program) => opsOf(program).length).sort((a, b) => a - b);
    expect(counts[200]).to.be.greaterThan(20);
  });

  it('gives each task, timer and scope an id of its own', () => {
    for (const program of programs.slice(0, 50)) {
      const tasks = program.tasks.map(({ id }) => id);
      expect(new Set(tasks).size).to.equal(tasks.length);
    }
  });

  it('runs the loop in every way', () => {
    const modes = new Set(programs.map(({ mode }) => mode));
    expect([...modes].sort()).to.deep.equal(['forever', 'run', 'runner', 'until']);
  });

  it('never puts a group where tasks are eager, as CPython changed that after 3.13.0', () => {
    const eager = programs.filter((program) => program.eager);
    expect(eager.length).to.be.greaterThan(0);
    expect(eager.flatMap(opsOf)).to.not.include('group');
  });
});

const STATEMENTS = [
  ...['acquire', 'asCompleted', 'await', 'barrierAbort', 'barrierReset', 'barrierWait', 'call', 'callLater'],
  ...['callSoon', 'cancel', 'cancelTimer', 'condWait', 'condWaitFor', 'count', 'eventClear', 'eventSet', 'eventWait'],
  ...['exception', 'fail', 'gather', 'generate', 'get', 'getNowait', 'getVar', 'group', 'groupTask', 'info', 'join'],
  ...['look', 'makeGather', 'makeShield', 'notify', 'notifyAll', 'offDone', 'onDone', 'put', 'putNowait', 'raise'],
  ...['release', 'repeat', 'reschedule', 'result', 'return', 'set', 'setVar', 'shield', 'shutdown', 'sleep', 'spawn'],
  ...['stop', 'taskDone', 'timeout', 'try', 'uncancel', 'wait', 'waitFor', 'with'],
];
