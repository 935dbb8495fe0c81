/**
 * makesEagerTasks: whether a program makes eager tasks as native code cannot. It is not run natively.
 *
 * An eager task takes its first step while its maker stands still. Native code that stands after
 * an `await` is a job, and V8 runs no job within another: so the first step of what such code
 * makes can go no further than its own first `await`, and what follows is done later than in
 * Python. Eager tasks that a callback makes, or whoever runs the loop, are as they should be; but
 * not beside a call that has begun (program.ts: `late`), as the jobs that such a step takes are
 * run with all that wait, and that call is nobody's yet.
 *
 * Counterpart: none.
 */

import type { Program } from './program';

export function makesEagerTasks({ eager = false, tasks, timers }: Program): boolean {
  return makesOne([...tasks, ...timers], eager, false);
}

/** Look at `part` of a program, which is `inside` a coroutine or not. */
function makesOne(part: unknown, eager: boolean, inside: boolean): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const isCoroutine = isCoro(part);
  if (isCoroutine && inside && (part.eager ?? eager)) return true;
  if ('operands' in part && makesOneBesideCall(part.operands as Operands, eager)) return true;
  const within = isCoroutine || (inside && !('op' in part && CALLBACKS.has(part.op)));
  return Object.values(part).some((each) => makesOne(each, eager, within));
}

/** A task of the program's, or what a statement or a combinator makes one of. */
function isCoro(part: object): part is { readonly eager?: boolean } {
  return 'id' in part && 'body' in part && (!('op' in part) || COROUTINES.has(part.op));
}

type Operands = readonly { readonly spawn?: boolean; readonly late?: boolean }[];

function makesOneBesideCall(operands: Operands, eager: boolean): boolean {
  const hasCall = operands.some(({ late, spawn }) => late && !spawn);
  return hasCall && operands.length > 1 && (eager || operands.some(asksForOne));
}

/** Whether `part` asks for an eager task, be it in an operand of an operand. */
function asksForOne(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return ('eager' in part && part.eager === true) || Object.values(part).some(asksForOne);
}

const COROUTINES = new Set<unknown>(['spawn', 'groupTask']);
const CALLBACKS = new Set<unknown>(['onDone', 'callSoon', 'callLater']);
