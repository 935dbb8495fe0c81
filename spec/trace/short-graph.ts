/**
 * A call graph in short, so that specs can compare it whole.
 */

import { type FutureCallGraph, Task } from '../../lib';

/** A graph in short: the task's name, its calls, and who awaits it. */
export type Short = [string, string[], Short[]];

export function short(graph: FutureCallGraph | undefined): Short | undefined {
  if (graph === undefined) return undefined;
  const { future, callStack, awaitedBy } = graph;
  const calls = callStack.map(({ frame }) => `${frame.isGenerator ? 'async ' : ''}${frame.name}`);
  return [future instanceof Task ? future.getName() : 'future', calls, awaitedBy.map((each) => short(each) as Short)];
}
