/**
 * runProgram: a program, run by our event loop, and the trace of that.
 *
 * Counterpart: cpython/run_program.py.
 */

import { Context, DeadlockError, Runner, run } from '../lib';
import { AsyncInterpreter } from './async-interpreter';
import { Cut } from './counting-loop';
import { look, show, showError } from './format';
import { GeneratorInterpreter } from './generator-interpreter';
import { NativeInterpreter } from './native-interpreter';
import type { Coro, Program } from './program';
import type { World } from './world';

/** How coroutines are written. */
export type Style = 'generators' | 'async functions' | 'native async functions';

export type Trace = readonly string[];

/** Run `program`, and give what was noted on the way, and how each thing is in the end. */
export function runProgram(program: Program, style: Style): Trace {
  const world = new INTERPRETERS[style](program);
  try {
    new Context().run(() => MODES[program.mode](world));
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    world.trace.push('cut');
  }
  const ends = [...world.things].map(([name, thing]) => `${name} ${look(thing)}`);
  return [...world.trace, ...ends];
}

const INTERPRETERS: Record<Style, new (program: Program) => World> = {
  generators: GeneratorInterpreter,
  'async functions': AsyncInterpreter,
  'native async functions': NativeInterpreter,
};

const MODES: Record<Program['mode'], (world: World) => void> = {
  forever: (world) => {
    world.makeLoop();
    for (const task of world.program.tasks) world.spawn(task);
    goOn(world);
  },
  until: (world) => {
    world.makeLoop();
    world.program.tasks.forEach((task, i) => {
      tell(world, 'until', () =>
        world.loop.runUntilComplete(i % 2 === 0 ? world.coroutine(task) : spawned(world, task)),
      );
    });
    goOn(world);
  },
  run: (world) => {
    for (const task of world.program.tasks.slice(0, 1)) {
      tell(world, 'run', () => run(world.coroutine(task), { loopFactory: world.makeLoop }));
    }
  },
  runner: (world) => {
    const runner = new Runner({ loopFactory: world.makeLoop });
    runner.getLoop(); // also where there are no tasks
    for (const task of world.program.tasks) tell(world, 'runner', () => runner.run(world.coroutine(task)));
    tell(world, 'close', () => runner.close());
  },
};

function spawned(world: World, task: Coro) {
  world.spawn(task);
  return world.things.get(`t${task.id}`) as ReturnType<World['coroutine']>;
}

/** Run the loop until nothing is left to do, however often it is stopped. */
function goOn(world: World): void {
  for (let i = 0; i < 10; i++) {
    try {
      world.loop.runForever();
    } catch (error) {
      if (error instanceof Cut) throw error;
      if (!(error instanceof DeadlockError)) {
        world.note(`left ! ${showError(error as Error)}`);
        continue;
      }
      world.note('deadlock');
      if (!world.cancelAll()) return;
      continue;
    }
    world.note('stopped');
  }
}

function tell(world: World, label: string, action: () => unknown): void {
  try {
    world.note(`${label} -> ${show(action())}`);
  } catch (error) {
    if (error instanceof Cut) throw error;
    world.note(`${label} ! ${showError(error as Error)}`);
  }
}
