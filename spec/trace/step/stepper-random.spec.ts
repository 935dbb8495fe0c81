import { expect } from 'chai';
import { AsyncInterpreter } from '../../../fuzz/async-interpreter';
import type { CountingLoop } from '../../../fuzz/counting-loop';
import { generate } from '../../../fuzz/generate';
import { GeneratorInterpreter } from '../../../fuzz/generator-interpreter';
import { Random } from '../../../fuzz/random';
import { type EventLoop, eagerTaskFactory, sleep } from '../../../lib';
import { LoopState } from '../../../lib/trace/state/loop-state';
import { Stepper } from '../../../lib/trace/step/stepper';
import { withoutHost } from './without-host';

const SEED = 11;

/** Makes a random program of the fuzz anew for each run, on the loop that it is given. */
function randomProgram(index: number): (loop: EventLoop) => PromiseLike<void> {
  const program = generate(SEED, index);
  const Interpreter = index % 2 === 0 ? GeneratorInterpreter : AsyncInterpreter;
  return (loop) => {
    const world = new Interpreter(program);
    world.loop = loop as CountingLoop;
    loop.setExceptionHandler(() => {});
    if (program.eager) loop.setTaskFactory(eagerTaskFactory);
    for (const { delay, body } of program.timers) loop.callLater(delay, world.runActions, body, 'timer');
    loop.callLater(10, () => world.cancelAll());
    for (const task of program.tasks) world.spawn(task);
    return sleep(20);
  };
}

/** Go to `position`, through whatever leaves the loop on the way. */
function go(stepper: Stepper<void>, position: number): void {
  for (let before = -1; stepper.position !== before; ) {
    before = stepper.position;
    try {
      stepper.seek(position);
    } catch (error) {
      if ((error as Error).name === 'ReplayError') throw error;
    }
  }
}

function folded({ events }: Stepper<void>): LoopState {
  const state = new LoopState();
  for (const event of events) state.apply(event);
  return state;
}

describe('A stepper, in random programs,', () => {
  withoutHost();

  it('finds the same at a step, however often it comes there, and from wherever', () => {
    for (let index = 0; index < 25; index++) {
      const random = new Random(SEED, index);
      const stepper = new Stepper(randomProgram(index), { limit: 2000 });
      go(stepper, Infinity);
      const [end, all] = [stepper.position, [...stepper.events]];
      const places = Array.from({ length: 6 }, () => random.integer(0, end));
      for (const position of [...places, end]) {
        go(stepper, position);
        const about = `program ${SEED}:${index}, step ${position}`;
        expect(stepper.position).to.equal(position, about);
        expect(stepper.events).to.deep.equal(all.slice(0, stepper.events.length), about);
        expect(stepper.state()).to.deep.equal(folded(stepper), about);
      }
      expect(stepper.events).to.have.length(all.length);
    }
  });
});
