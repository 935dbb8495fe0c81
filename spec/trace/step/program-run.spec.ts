import { expect } from 'chai';
import { copyContext, createTask, EventLoop, getEventLoop, gevent, setEventLoop, sleep, type Task } from '../../../lib';
import { patchedWaiting } from '../../../lib/stdlib/waiting';
import { type Program, ProgramRun, type RunSettings } from '../../../lib/trace/step/program-run';

/** The settings of a program's runs. */
function settings<T>(program: Program<T>): RunSettings<T> {
  return { program, loopOptions: () => ({}), host: undefined, context: copyContext() };
}

describe('A run of a program', () => {
  it('has the loop be the current one while the program is made, and not after', () => {
    const outer = new EventLoop();
    const loops: unknown[] = [];
    const program = () => {
      loops.push(getEventLoop());
      return sleep(1);
    };
    setEventLoop(outer);
    try {
      const run = new ProgramRun(settings(program));
      expect([...loops, getEventLoop()]).to.deep.equal([run.loop, outer]);
    } finally {
      setEventLoop(null);
    }
  });

  it('begins with blocking calls as they were, though an earlier one has patched them, and leaves them so', () => {
    const log: string[] = [];
    const program = settings(async () => {
      log.push(patchedWaiting() === undefined ? 'as it was' : 'patched');
      gevent.monkey.patchAll();
      await sleep(1);
      log.push(patchedWaiting() === undefined ? 'as it was' : 'patched');
    });
    const runs = [new ProgramRun(program), new ProgramRun(program)];
    for (const run of runs) while (run.step());
    expect([...log, patchedWaiting()]).to.deep.equal(['as it was', 'patched', 'as it was', 'patched', undefined]);
  });

  it('repeats another as far as it is told', () => {
    const program = settings(() => sleep(1, 'done'));
    const first = new ProgramRun(program);
    while (first.step());
    const second = new ProgramRun(program, first.runToRepeat(2));
    second.repeat(2);
    expect([second.recorder.steps, second.recorder.repetition.isBroken()]).to.deep.equal([2, false]);
    expect(second.recorder.events.every((event, i) => event === first.recorder.events[i])).to.equal(true);
  });

  it('gives the longest run that is known to be repeated', () => {
    const program = settings(() => sleep(1));
    const first = new ProgramRun(program);
    while (first.step());
    const second = new ProgramRun(program, first.runToRepeat(3));
    second.repeat(3);
    expect(second.runToRepeat(1)).to.deep.equal({ events: first.recorder.events, isOver: true });
  });

  it('stops repeating where it is over too early', () => {
    let runs = 0;
    const program = settings(async () => {
      runs += 1;
      if (runs === 1) await sleep(1);
    });
    const first = new ProgramRun(program);
    while (first.step());
    const second = new ProgramRun(program, first.runToRepeat(4));
    second.repeat(4);
    expect(second.recorder.repetition.isBroken()).to.equal(true);
  });

  it('gives only what was before, where something was done by hand', () => {
    const run = new ProgramRun(settings(() => sleep(1)));
    run.step();
    const { length } = run.recorder.events;
    run.main.cancel();
    while (run.step());
    expect([run.runToRepeat(1).events.length, run.runToRepeat(2).events.length]).to.deep.equal([
      length,
      run.recorder.events.length,
    ]);
  });

  it('numbers its tasks from 1, and leaves the numbers of others alone', () => {
    const run = new ProgramRun(settings(async () => createTask(sleep(0)).getName()));
    const outside = () => Number((run.loop.createTask(sleep(0)) as Task).getName().slice('Task-'.length));
    const before = outside();
    while (run.step());
    expect([run.main.result(), outside()]).to.deep.equal(['Task-2', before + 1]);
  });
});
