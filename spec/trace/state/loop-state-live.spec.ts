import { expect } from 'chai';
import { generate } from '../../../fuzz/generate';
import { runProgram, type Style } from '../../../fuzz/run-program';
import type { EventLoop } from '../../../lib';
import type { Observer } from '../../../lib/future/observer';
import { Recorder } from '../../../lib/trace/record/recorder';
import { LoopState } from '../../../lib/trace/state/loop-state';
import { watching } from '../random-programs';
import { LiveLoop, type Snapshot, snapshotOf } from './live-loop';

/** After each step of a program: what its loop was like, and what the trace says that it was. */
interface Comparison {
  readonly live: Snapshot;
  readonly told: Snapshot;
}

/** Run a program, and compare after each step. */
function compare(index: number, style: Style): Comparison[] {
  const recorder = new Recorder();
  const state = new LoopState();
  const done = new Set<number>();
  const comparisons: Comparison[] = [];
  const catchUp = (): void => {
    for (const event of recorder.events.slice(state.event)) {
      if (event.type === 'done') done.add(event.future);
      state.apply(event);
    }
  };
  const observe = (loop: EventLoop): Observer => {
    const live = new LiveLoop(loop, recorder);
    return after(recorder.watch(loop), (name, thing) => {
      live.note(name, thing);
      if (name !== 'handleEnded') return;
      catchUp();
      comparisons.push({ live: live.snapshot(), told: snapshotOf(state, (future) => done.has(future)) });
    });
  };
  watching(observe, () => runProgram(generate(4, index), style));
  return comparisons;
}

/** An observer that calls `then` after each call. */
function after(observer: Observer, then: (name: string, thing: object) => void): Observer {
  return new Proxy(observer, {
    get:
      (_, name: keyof Observer) =>
      (...args: never[]) => {
        (observer[name] as (...args: never[]) => void)(...args);
        then(name, (args as unknown[])[0] as object);
      },
  });
}

describe('The state that a trace tells of', () => {
  for (const style of ['generators', 'async functions', 'native async functions'] as const) {
    it(`is that of the loop, its tasks and its locks after each step, of random programs with ${style}`, () => {
      for (let index = 0; index < 30; index++) {
        const comparisons = compare(index, style);
        expect(comparisons.map(({ told }) => told)).to.deep.equal(
          comparisons.map(({ live }) => live),
          `program 4:${index}`,
        );
      }
    });
  }
});
