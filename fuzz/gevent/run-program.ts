/**
 * runProgram: a program of greenlets, run by our gevent on a loop of its own, and the trace of that.
 *
 * Counterpart: python/run_program.py.
 */

import { EventLoop, logger, setEventLoop } from '../../lib';
import type { Style, Trace } from '../run-program';
import { Interpreter } from './interpreter';
import type { Program } from './program';
import { showError } from './show';

/** Run `program`, and give what was noted on the way, and how each thing is in the end. */
export function runProgram(program: Program, style: Style): Trace {
  const { error: print } = logger;
  setEventLoop(new EventLoop());
  try {
    const world = new Interpreter(program, style);
    logger.error = (_message, error) => world.note(`hub prints ${showError(error as Error)}`);
    world.main();
    return [...world.trace, ...world.ends()];
  } finally {
    logger.error = print;
    setEventLoop(null);
  }
}
