import { expect } from 'chai';
import { createTask, gather, Lock, run, sleep } from '../../../lib';
import { Recorder } from '../../../lib/trace/record/recorder';
import { LoopState } from '../../../lib/trace/state/loop-state';
import { Replay } from '../../../lib/trace/state/replay';
import type { Trace, TraceEvent } from '../../../lib/trace/trace-event';
import { watching } from '../random-programs';
import { recordedTrace } from '../recorded-trace';

async function program(): Promise<void> {
  const lock = new Lock();
  const worker = async (delay: number) => {
    await lock.acquire();
    await sleep(delay);
    lock.release();
  };
  await gather([1, 2, 0].map((delay) => createTask(worker(delay))));
}

/** The state after the first `count` events, from the beginning. */
function folded({ events }: Trace, count: number): LoopState {
  const state = new LoopState();
  for (const event of events.slice(0, count)) state.apply(event);
  return state;
}

describe('A replay', () => {
  let trace: Trace;
  let replay: Replay;

  before(() => {
    trace = recordedTrace(() => program());
  });

  beforeEach(() => {
    replay = new Replay(trace);
  });

  const runs = () => trace.events.filter(({ type }) => type === 'run');

  it('begins before the first step', () => {
    expect([replay.step, replay.state.step, replay.state.tasks.size]).to.deep.equal([0, 0, 1]);
  });

  it('has as many steps as handles were run', () => {
    expect(replay.lastStep).to.equal(runs().length);
  });

  it('gives the same state at a step, however one comes there', () => {
    const last = replay.lastStep;
    for (const step of [last, 0, 3, 2, last - 1, 1, last]) {
      const state = replay.seek(step);
      expect(state.step).to.equal(step);
      expect(state).to.deep.equal(folded(trace, state.event));
    }
  });

  it('stays within the run', () => {
    expect([-1, 1000, Infinity].map((step) => replay.seek(step).step)).to.deep.equal([
      0,
      replay.lastStep,
      replay.lastStep,
    ]);
  });

  it('leaves a state as it was when it goes on', () => {
    const state = replay.seek(2);
    replay.seek(replay.lastStep);
    expect(state.step).to.equal(2);
  });

  it('gives the events of each step, and all of them', () => {
    const steps = Array.from({ length: replay.lastStep + 1 }, (_, step) => replay.eventsOf(step));
    expect(steps.flat()).to.deep.equal(trace.events);
    expect(steps.map((events) => events.filter(({ type }) => type === 'run').length)).to.deep.equal([
      0,
      ...runs().map(() => 1),
    ]);
  });

  it('gives none for steps that there are not', () => {
    expect(replay.eventsOf(replay.lastStep + 1)).to.deep.equal([]);
  });

  it('knows in which step each event was', () => {
    const steps = trace.events.map(({ n }) => replay.stepOf(n));
    const expected = trace.events.map((event) => {
      const inStep = (step: number) => replay.eventsOf(step).includes(event);
      return Array.from({ length: replay.lastStep + 1 }, (_, step) => step).find(inStep);
    });
    expect(steps).to.deep.equal(expected);
  });

  it('knows the time of each step', () => {
    expect(replay.timeOf(0)).to.equal(0);
    expect(replay.timeOf(replay.lastStep)).to.equal(3);
  });

  it('knows the last step at a time, or before it', () => {
    const step = replay.stepAt(1.5);
    expect([replay.timeOf(step), replay.timeOf(step + 1)]).to.deep.equal([1, 3]);
    expect([replay.stepAt(-1), replay.stepAt(Infinity)]).to.deep.equal([0, replay.lastStep]);
  });

  it("finds the last loop's step, where times begin anew", () => {
    const recorder = new Recorder();
    const both = () => [run(sleep(5)), run(sleep(1))];
    watching((loop) => recorder.watch(loop), both);
    const twice = new Replay({ header: trace.header, events: recorder.events });
    expect(twice.seek(twice.stepAt(2)).time).to.equal(1);
    expect(twice.eventsOf(twice.stepAt(2)).at(-1)?.loop).to.equal(2);
  });

  it('can be of nothing', () => {
    const empty = new Replay({ header: trace.header, events: [] });
    const { step, event } = empty.seek(3);
    expect([empty.lastStep, empty.stepOf(1), empty.stepAt(1), empty.timeOf(0), step, event]).to.deep.equal([
      0, 0, 0, 0, 0, 0,
    ]);
    expect(empty.eventsOf(0)).to.deep.equal([]);
  });

  it('can be of a program that never had a loop', () => {
    const events: TraceEvent[] = [
      { n: 1, time: 0, cause: 0, type: 'output', stream: 'out', text: 'hello\n' },
      { n: 2, time: 0, cause: 0, type: 'end', outcome: 'end' },
    ];
    expect(new Replay({ header: trace.header, events }).state.output.map(({ text }) => text)).to.deep.equal([
      'hello\n',
    ]);
  });
});
