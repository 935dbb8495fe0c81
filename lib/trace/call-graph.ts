/**
 * The call graph: where a task is, and who awaits it.
 *
 * A task is suspended somewhere in a chain of calls; another task awaits it, and is suspended
 * in a chain of its own; and so on up. Nothing is kept for this while the program runs: the
 * calls are found by await-chain.ts, those who await by awaiters.ts, at the moment of asking.
 *
 * Counterpart: asyncio/graph.py, in Python 3.14. There the identity of a future is its
 * address; here it is its number in the order of creation, the same in every run. A future
 * that stands between a task and what it awaits, gather's for one, is passed over. There is
 * no `depth`: a caller that wants its own call left out can take the first entry away.
 */

import { RuntimeError } from '../errors';
import { awaitersOf } from '../future/awaiters';
import { Future } from '../future/future';
import { peekCurrentTask } from '../future/registry';
import { peekRunningLoop } from '../future/running-loop';
import { repr } from '../repr';
import { captureStackSince, type Frame } from '../stack';
import { currentTask } from '../task/current-task';
import { Task } from '../task/task';

/** A call in the stack of a task. */
export interface FrameCallGraphEntry {
  readonly frame: Frame;
}

/** A future, the calls by which it waits, and those who await it. */
export interface FutureCallGraph {
  readonly future: Future;
  /** The calls, innermost first; none for a future that is no task. */
  readonly callStack: readonly FrameCallGraphEntry[];
  /** The graphs of the tasks that await the future. */
  readonly awaitedBy: readonly FutureCallGraph[];
}

/** Keyword arguments of `captureCallGraph`. */
export interface CallGraphOptions {
  /** How many calls to keep of each stack: the outermost; of a negative number, the innermost. */
  readonly limit?: number | null;
}

/** Keyword arguments of `printCallGraph`. */
export interface PrintCallGraphOptions extends CallGraphOptions {
  /** Where to write; otherwise to the host's standard output. */
  readonly file?: { write(text: string): unknown };
}

/**
 * Give the call graph of `future`, or of the current task; undefined where there is none.
 *
 * @throws RuntimeError when no future is given and no loop is running; TypeError when `future` is none.
 * @example
 * const task = createTask(hello(1));
 * loop.callSoon(() => {
 *   const graph = captureCallGraph(task);
 *   console.log(graph?.callStack[0]?.frame.line); // where it waits
 *   console.log(graph?.awaitedBy[0]?.future); // the task that awaits it
 * });
 * yield* task;
 */
export function captureCallGraph(
  future?: Future | null,
  { limit }: CallGraphOptions = {},
): FutureCallGraph | undefined {
  const asked = future ?? runningTask();
  if (asked === undefined) return undefined;
  if (!(asked instanceof Future)) {
    throw new TypeError(`${repr(asked)} object does not appear to be compatible with asyncio.Future`);
  }
  return graphOf(asked, limit);
}

/**
 * Give the call graph, as `captureCallGraph` does, as text: indented by who awaits whom.
 *
 * @throws as captureCallGraph
 * @example
 * const task = createTask(hello(1), { name: 'first' });
 * loop.callSoon(() => console.log(formatCallGraph(task))); // * Task(name='first', id=0x1) ...
 * yield* task;
 */
export function formatCallGraph(future?: Future | null, options: CallGraphOptions = {}): string {
  const graph = captureCallGraph(future, options);
  return graph === undefined ? '' : linesOf(graph).join('\n');
}

/**
 * Write what `formatCallGraph` gives: to standard output, or to `file`.
 *
 * @throws as captureCallGraph
 * @example
 * const lines: string[] = [];
 * printCallGraph(loop.createTask(hello(1)), { file: { write: (text) => lines.push(text) } });
 */
export function printCallGraph(future?: Future | null, { file, limit }: PrintCallGraphOptions = {}): void {
  const text = formatCallGraph(future, { limit });
  if (file === undefined) console.log(text);
  else file.write(`${text}\n`);
}

function runningTask(): Task | undefined {
  const loop = peekRunningLoop();
  if (loop !== undefined) return currentTask(loop);
  throw new RuntimeError(
    'captureCallGraph() is called outside of a running event loop and no *future* to introspect was provided',
  );
}

/** A step of the search: from the future of a graph to those who await it. */
interface Step {
  readonly future: Future;
  readonly awaitedBy: FutureCallGraph[];
  /** The step that led here. */
  readonly before: Step | undefined;
}

/** Build the graph level by level: a chain of tasks may be longer than the stack. */
function graphOf(future: Future, limit: number | null | undefined): FutureCallGraph {
  const awaitedBy: FutureCallGraph[] = [];
  const stackOf = onceEach((each) => callStackOf(each, limit));
  const steps: Step[] = [{ future, awaitedBy, before: undefined }];
  for (const step of steps) {
    for (const task of tasksAwaiting(step.future)) {
      // Tasks may wait for each other in a cycle: once round is enough.
      if (isOnTheWay(task, step)) continue;
      const next: Step = { future: task, awaitedBy: [], before: step };
      step.awaitedBy.push({ future: task, callStack: stackOf(task), awaitedBy: next.awaitedBy });
      steps.push(next);
    }
  }
  return { future, callStack: stackOf(future), awaitedBy };
}

/** Ask of each future once, though several ways may lead to it: to find a stack takes a millisecond. */
function onceEach<T>(ask: (future: Future) => T): (future: Future) => T {
  const answers = new Map<Future, T>();
  return (future) => {
    const answer = answers.get(future) ?? ask(future);
    answers.set(future, answer);
    return answer;
  };
}

function isOnTheWay(task: Future, last: Step): boolean {
  for (let step: Step | undefined = last; step !== undefined; step = step.before) if (step.future === task) return true;
  return false;
}

/** The tasks that await `future`, straight or by way of other futures. */
function tasksAwaiting(future: Future): Set<Future> {
  const tasks = new Set<Future>();
  const between = new Set<Future>();
  const toFollow = [future];
  for (let each = toFollow.pop(); each !== undefined; each = toFollow.pop()) {
    if (each instanceof Task && each !== future) tasks.add(each);
    else if (!between.has(each)) toFollow.push(...awaitersOf(each).reverse());
    between.add(each);
  }
  return tasks;
}

/** The calls of a task, innermost first. */
function callStackOf(future: Future, limit: number | null | undefined): FrameCallGraphEntry[] {
  if (limit === 0 || !(future instanceof Task)) return [];
  const isCurrent = peekCurrentTask(future.getLoop()) === future;
  const stack = (isCurrent ? captureStackSince('resume') : future.awaitChain()).reverse();
  return limited(stack, limit).map((frame) => ({ frame }));
}

function limited<T>(stack: readonly T[], limit: number | null | undefined): readonly T[] {
  if (limit === undefined || limit === null) return stack;
  return limit > 0 ? stack.slice(-limit) : stack.slice(0, -limit);
}

/** Each graph before those in its `awaitedBy`, which are indented below it. */
function linesOf(graph: FutureCallGraph): string[] {
  const lines: string[] = [];
  const toShow: [FutureCallGraph, level: number][] = [[graph, 0]];
  for (let next = toShow.pop(); next !== undefined; next = toShow.pop()) {
    const [each, level] = next;
    lines.push(...ownLines(each).map((line) => '    '.repeat(level) + line));
    for (const awaiter of [...each.awaitedBy].reverse()) toShow.push([awaiter, level + 1]);
  }
  return lines;
}

function ownLines({ future, callStack, awaitedBy }: FutureCallGraph): string[] {
  const lines = [`* ${nameOf(future)}`];
  if (callStack.length > 0) lines.push('  + Call stack:', ...callStack.map(({ frame }) => `  |   ${describe(frame)}`));
  if (awaitedBy.length > 0) lines.push('  + Awaited by:');
  return lines;
}

function nameOf(future: Future): string {
  const id = `id=0x${future.serial.toString(16)}`;
  return future instanceof Task ? `Task(name=${repr(future.getName())}, ${id})` : `Future(${id})`;
}

function describe({ file, line, name, isGenerator, isAwaiting }: Frame): string {
  return `File '${file}', line ${line}, in ${isGenerator || isAwaiting ? 'async ' : ''}${name}()`;
}
