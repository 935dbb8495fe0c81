import { expect } from 'chai';
import { asyncWith, createTask, EventLoop, Lock, Queue, sleep } from '../../../lib';
import { Recorder } from '../../../lib/trace/record/recorder';
import { LoopState } from '../../../lib/trace/state/loop-state';
import type { TraceEvent } from '../../../lib/trace/trace-event';

describe('The state of a loop', () => {
  let loop: EventLoop;
  let recorder: Recorder;
  let state: LoopState;

  beforeEach(() => {
    loop = new EventLoop();
    recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    state = new LoopState();
  });

  /** Run `count` handles, and apply what happened. */
  function step(count = 1): LoopState {
    for (let i = 0; i < count; i++) loop.step();
    return catchUp();
  }

  function catchUp(): LoopState {
    for (const event of recorder.events.slice(state.event)) state.apply(event);
    return state;
  }

  /** What is ready, by what it calls. */
  const ready = () => [...state.ready.values()].map(({ label }) => label);

  it('is empty at first', () => {
    const { event, step: steps, time, iteration, handle, current, ready, timers, tasks, primitives, output } = state;
    expect({ event, steps, time, iteration, handle, current, output }).to.deep.equal({
      event: 0,
      steps: 0,
      time: 0,
      iteration: 0,
      handle: undefined,
      current: undefined,
      output: [],
    });
    expect([ready.size, timers.size, tasks.size, primitives.size]).to.deep.equal([0, 0, 0, 0]);
  });

  it('counts events, iterations, and the handles that were run', () => {
    loop.createTask(sleep(0));
    const { event, step: steps, iteration } = step(2);
    expect({ event, steps, iteration }).to.deep.equal({ event: recorder.events.length, steps: 2, iteration: 2 });
  });

  describe('has what is ready,', () => {
    it('in the order in which it will be run', () => {
      loop.createTask(sleep(0), { name: 'main' });
      loop.callSoon(function callback() {});
      catchUp();
      expect(ready()).to.deep.equal(['step of main', 'callback()']);
    });

    it('without what was cancelled', () => {
      loop.callSoon(() => {}).cancel();
      catchUp();
      expect(ready()).to.deep.equal([]);
    });

    it('with timers that are due behind it', () => {
      loop.callLater(0, function timer() {});
      loop.callSoon(function callback() {});
      step();
      expect(ready()).to.deep.equal(['timer()']);
    });
  });

  it('has what was run last, and whose step that was', () => {
    loop.createTask(sleep(1), { name: 'main' });
    step();
    expect([state.handle?.label, state.current]).to.deep.equal(['step of main', 1]);
    step();
    expect([state.handle?.label, state.current]).to.deep.equal(['setResultUnlessCancelled()', undefined]);
  });

  it('says whose step it was, whatever task took its first within it', () => {
    loop.createTask((async () => void createTask(sleep(1), { eagerStart: true }))());
    expect(step().current).to.equal(1);
  });

  describe('has timers,', () => {
    it('in the order in which they are due, as they were scheduled where that is the same', () => {
      for (const [i, delay] of [2, 1, 2, 1].entries()) loop.callLater(delay, () => i);
      catchUp();
      expect(state.sortedTimers.map(({ handle, when }) => [handle, when])).to.deep.equal([
        [2, 1],
        [4, 1],
        [1, 2],
        [3, 2],
      ]);
    });

    it('with those last that are never due', () => {
      loop.callAt(Infinity, () => {});
      loop.callLater(1, () => {});
      catchUp();
      expect(state.sortedTimers.map(({ when }) => when)).to.deep.equal([1, Infinity]);
    });

    it('without those that were cancelled', () => {
      loop.callLater(1, () => {}).cancel();
      expect(catchUp().timers.size).to.equal(0);
    });
  });

  it('has no handle of a loop that was closed, and still those of others', () => {
    loop.callSoon(() => {});
    loop.callLater(1, () => {});
    const other = new EventLoop();
    other.observer = recorder.watch(other);
    other.callSoon(function stays() {});
    loop.close();
    catchUp();
    expect([ready(), state.timers.size]).to.deep.equal([['stays()'], 0]);
  });

  it('has all tasks, in the order in which they were made', () => {
    loop.createTask((async () => await createTask(sleep(0), { name: 'child' }))(), { name: 'main' });
    loop.createTask(sleep(0), { name: 'other' });
    step();
    expect([...state.tasks.values()].map(({ name, parent }) => [name, parent])).to.deep.equal([
      ['main', undefined],
      ['other', undefined],
      ['child', 1],
    ]);
  });

  describe('has locks and queues,', () => {
    it('with who holds them, and who stands in their lines', () => {
      const lock = new Lock();
      for (let i = 0; i < 3; i++) loop.createTask(asyncWith(lock, () => sleep(1)));
      step(3);
      const { kind, text, owners, waiters } = [...state.primitives.values()][0] ?? {};
      expect({ kind, text, owners }).to.deep.equal({
        kind: 'Lock',
        text: '<asyncio.locks.Lock object [locked]>',
        owners: [1],
      });
      expect(waiters?.map(({ task }) => task)).to.deep.equal([2, 3]);
    });

    it('where who was cancelled is in line until its task takes a step', () => {
      const lock = new Lock();
      const [, second] = [0, 1].map(() => loop.createTask(asyncWith(lock, () => sleep(1))));
      step(2);
      const lengths = [state.primitives.get(1)?.waiters.length];
      second?.cancel();
      lengths.push(catchUp().primitives.get(1)?.waiters.length);
      lengths.push(step().primitives.get(1)?.waiters.length);
      expect(lengths).to.deep.equal([1, 1, 0]);
    });

    it('with what is in them', () => {
      const queue = new Queue<string>(2);
      loop.createTask(queue.put('job'));
      step();
      const { items, size, text } = state.primitives.get(1) ?? {};
      expect({ items, size, text }).to.deep.equal({ items: ["'job'"], size: 1, text: '<Queue maxsize=2 tasks=1>' });
    });
  });

  it('has what was written', () => {
    recorder.wrote('out', 'one\n');
    recorder.wrote('err', 'two\n');
    expect(catchUp().output).to.deep.equal([
      { event: 1, stream: 'out', text: 'one\n' },
      { event: 2, stream: 'err', text: 'two\n' },
    ]);
  });

  it('knows nothing of the steps of tasks of which nothing was told, and goes on', () => {
    const event = { n: 1, time: 0, cause: 0, type: 'resume', task: 7 } as TraceEvent;
    state.apply(event);
    expect([state.current, state.tasks.size]).to.deep.equal([7, 0]);
  });

  describe('when copied', () => {
    it('stays as it is while the other goes on', () => {
      loop.createTask((async () => await sleep(1))(), { name: 'main' });
      const before = catchUp().copy();
      step(2);
      expect([before.step, [...before.ready.values()].length, before.tasks.get(1)?.status]).to.deep.equal([
        0,
        1,
        'scheduled',
      ]);
      expect([state.step, state.timers.size, state.tasks.get(1)?.status]).to.deep.equal([2, 0, 'scheduled']);
    });

    it('may go another way, and write something else', () => {
      recorder.wrote('out', 'both\n');
      const copy = catchUp().copy();
      const output = (n: number, text: string) =>
        ({ n, time: 0, cause: 0, type: 'output', stream: 'out', text }) as const;
      state.apply(output(2, 'first\n'));
      copy.apply(output(2, 'second\n'));
      copy.apply(output(3, 'third\n'));
      expect(state.output.map(({ text }) => text)).to.deep.equal(['both\n', 'first\n']);
      expect(copy.output.map(({ text }) => text)).to.deep.equal(['both\n', 'second\n', 'third\n']);
    });
  });
});
