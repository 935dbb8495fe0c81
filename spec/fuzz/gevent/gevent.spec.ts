import { expect } from 'chai';
import { compare, type Ours } from '../../../fuzz/compare';
import { gevent } from '../../../fuzz/gevent/gevent';
import { printProgram } from '../../../fuzz/gevent/print-program';
import type { Program } from '../../../fuzz/gevent/program';
import { programNamed, showReplay } from '../../../fuzz/replay';
import type { Trace } from '../../../fuzz/run-program';
import { smallest } from '../../../fuzz/smallest';
import { countTrace, type Stats } from '../../../fuzz/stats';
import { mainOf } from './programs';

const theirs = (programs: readonly Program[]): Trace[] => programs.map((each) => gevent.runOurs(each, 'generators'));

/** A gevent with a fault: greenlets that wait for an event are told that it is not set. */
const faulty: Ours<Program> = {
  ...gevent,
  runOurs: (program, style) =>
    gevent.runOurs(program, style).map((line) => line.replace(/(g\d+ waitFor event\d) -> True/, '$1 -> False')),
};

/** A random program in which that shows, which is not small. */
function programWithFault(): Program {
  for (let index = 0; ; index++) {
    const program = gevent.generate(1, index);
    const shows = compare(program, theirs([program])[0] ?? [], faulty) !== undefined;
    if (shows && printProgram(program).split('\n').length > 20) return program;
  }
}

describe('A fault that is planted in gevent', () => {
  it('is found by random programs of greenlets, and left alone in a small one', () => {
    const least = smallest(programWithFault(), theirs, faulty);
    expect(printProgram(least).split('\n').length).to.be.lessThan(7);
    expect(printProgram(least)).to.match(/event\d\.waitFor\(/);
  });

  it('is shown with both traces, and the command that shows it again', () => {
    const program = mainOf(
      { op: 'spawn', id: 1, body: [{ op: 'waitFor', on: 'event0', timeout: null }] },
      { op: 'set', on: 'event0' },
    );
    const { text, agrees } = showReplay({ ...gevent, ...faulty }, program, theirs([program])[0] ?? []);
    expect(agrees).to.equal(false);
    expect(text).to.match(/\n=> @0 g1 waitFor event0 -> True +@0 g1 waitFor event0 -> False\n/);
    const again = /npm run fuzz -- --gevent --replay '(.*)'$/.exec(text)?.[1] ?? '';
    expect(programNamed(gevent, again)).to.deep.equal(program);
  });
});

describe('A trace of greenlets', () => {
  it('is counted as one of coroutines is', () => {
    const stats: Stats = {};
    countTrace(stats, [
      '@0 main spawn -> None',
      '@0.5 g1 get queue0 ! Empty',
      '@1 main waitFor event0 -> True',
      'g1 True',
    ]);
    expect(stats).to.deep.equal({ spawn: { '->': 1 }, get: { Empty: 1 }, waitFor: { '->': 1 } });
  });
});
