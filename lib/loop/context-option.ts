/**
 * The `{ context }` that may end the arguments of `callSoon` and its kin.
 *
 * Python keeps it apart as a keyword argument. Here it is told from the callback's own
 * arguments by being an object of just that one property, which holds a Context.
 */

import { Context, copyContext } from '../context/context';

/** Part the callback's arguments from the context to call it in; without one, that is a copy of the current. */
export function splitContext(args: unknown[]): [args: unknown[], context: Context] {
  const context = givenContext(args[args.length - 1]);
  return context === undefined ? [args, copyContext()] : [args.slice(0, -1), context];
}

function givenContext(option: unknown): Context | undefined {
  if (typeof option !== 'object' || option === null) return undefined;
  const { context } = option as { context?: unknown };
  return context instanceof Context && Object.keys(option).length === 1 ? context : undefined;
}
