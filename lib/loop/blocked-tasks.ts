/**
 * What is said of tasks that will never run again: who waits for whom, and where.
 *
 * Those that wait for each other in a cycle come first, each before the one that it waits for;
 * then the others, in the order of their creation. Each has one line:
 *
 *     cycle:
 *       ann waits for <asyncio.locks.Lock object [locked, waiters:1]>, held by bob, in dine (meal.ts:7)
 *       bob waits for <asyncio.locks.Lock object [locked, waiters:1]>, held by ann, in dine (meal.ts:7)
 *     host waits for <_GatheringFuture pending cb=[Task.task_wakeup()]>, and so for ann and bob, in main (meal.ts:14)
 *
 * Where a lock has an owner that is done, the line says so: it will not be released. Of a queue,
 * an event or the like it says which of the tasks can reach it, where that is known.
 */

import type { Future } from '../future/future';
import { primitiveOf } from '../future/waiter';
import { type Frame, locationOf } from '../stack';
import { Task } from '../task/task';
import { type Wait, WaitGraph } from './wait-graph';

/** A task that will never run again. */
export interface BlockedTask {
  /** The task itself: to cancel it lets it run once more. */
  readonly task: Task;
  /** What it waits for; undefined when its step was lost, which takes a loop that was stopped by an error. */
  readonly awaits: Future | undefined;
  /** The calls by which it waits, outermost first, as far as they can be seen; looked for in the first tasks only. */
  readonly chain: readonly Frame[];
}

/** All that is said of them. */
export interface BlockedTasks {
  /** In the order of their creation. */
  readonly tasks: readonly BlockedTask[];
  /** Tasks of which each waits for the next, and the last for the first. */
  readonly cycles: readonly (readonly Task[])[];
  /** The text: below its first line, which `summary` gives, who waits for whom. */
  readonly text: string;
}

/** What may be known besides. */
export interface Knowledge {
  /** Tells by which calls a task waits, outermost first. */
  readonly chainOf?: (task: Task) => readonly Frame[];
  /** Tells which of the tasks can reach what one waits for. */
  readonly reachersOf?: (task: Task) => readonly Task[];
}

/** How many tasks are described: to look for the calls of one takes a millisecond. */
const MAX_DESCRIBED = 20;

/** How many are named in one line. */
const MAX_NAMES = 3;

/**
 * Say of `tasks`, which are in the order of their creation, who waits for whom.
 *
 * @param summary the first line of the text.
 */
export function describeBlocked(
  tasks: readonly Task[],
  summary: string,
  { chainOf = (task) => task.awaitChain(), reachersOf }: Knowledge = {},
): BlockedTasks {
  const graph = new WaitGraph(tasks, reachersOf);
  const cycles = graph.cycles();
  const inOrder = new Set([...cycles.flat(), ...tasks]);
  const described = new Map([...inOrder].slice(0, MAX_DESCRIBED).map((task) => [task, chainOf(task)]));
  const blocked = tasks.map((task) => ({ task, awaits: task.getFutWaiter(), chain: described.get(task) ?? [] }));
  const lines = new Map([...described].map(([task, chain]) => [task, lineOf(task, chain, graph.waitOf(task))]));
  return { tasks: blocked, cycles, text: [summary, ...arranged(lines, cycles, tasks.length)].join('\n') };
}

/** Put the lines of each cycle together, and the others below. */
function arranged(lines: Map<Task, string>, cycles: readonly (readonly Task[])[], count: number): string[] {
  const text: string[] = [];
  const take = (task: Task, indent: string): void => {
    if (lines.has(task)) text.push(`${indent}${lines.get(task)}`);
    lines.delete(task);
  };
  const more = count - lines.size;
  for (const cycle of cycles) {
    if (lines.has(cycle[0] as Task)) text.push('  cycle:');
    for (const task of cycle) take(task, '    ');
  }
  for (const task of [...lines.keys()]) take(task, '  ');
  if (more > 0) text.push(`  and ${more} more`);
  return text;
}

function lineOf(task: Task, chain: readonly Frame[], wait: Wait): string {
  const awaits = task.getFutWaiter();
  const waits = `${task.getName()} waits for ${awaits instanceof Task ? awaits.getName() : shown(awaits)}`;
  const reason = awaits instanceof Task || wait.on.size === 0 ? [] : [reasonOf(task, wait)];
  const place = placeOf(task, chain);
  if (place === '') return [waits, ...reason].join(', ');
  return reason.length === 0 ? `${waits} in ${place}` : `${waits}, ${reason}, in ${place}`;
}

/** What is waited for: a lock says more than the future on which its waiter is parked. */
function shown(awaits: Future | undefined): string {
  return awaits === undefined ? 'nothing' : String(primitiveOf(awaits) ?? awaits);
}

/** Who is behind what is waited for. */
function reasonOf(task: Task, { because, on }: Wait): string {
  const names = [...on].slice(0, MAX_NAMES).map((other) => {
    if (other === task) return 'itself';
    return other.done() ? `${other.getName()}, which is done` : other.getName();
  });
  if (on.size > MAX_NAMES) names.push(`${on.size - MAX_NAMES} more`);
  const last = names.pop();
  return `${REASONS[because]} ${names.length === 0 ? last : `${names.join(', ')} and ${last}`}`;
}

const REASONS = { held: 'held by', awaited: 'and so for', reached: 'within reach of' };

function placeOf(task: Task, chain: readonly Frame[]): string {
  if (chain.length > 0) return chain.map((frame) => `${frame.name} (${locationOf(frame)})`).join(', ');
  const created = task.createdAt();
  return created === undefined ? '' : `${created.name}, created at ${locationOf(created)}`;
}
