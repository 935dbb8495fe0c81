/**
 * Runner: the life of a loop, from its making to its closing; run: a whole program.
 *
 *     created --first use--> initialized --close--> closed
 *
 * Closing leaves nothing behind: tasks that are not done are cancelled and waited for,
 * asynchronous generators are closed, then the loop.
 *
 * Counterpart: asyncio/runners.py, without its handling of SIGINT: a signal cannot arrive
 * here while the loop runs.
 */

import { type Context, copyContext } from '../context/context';
import { notAwaitable } from '../coroutine/awaitable';
import type { CoroutineLike } from '../coroutine/coroutine';
import { isCoroutineLike } from '../coroutine/coroutine-function';
import { RuntimeError, setContext, toError, ValueError } from '../errors';
import { retrieveException } from '../future/outcome';
import { peekRunningLoop } from '../future/running-loop';
import { repr } from '../repr';
import { allTasks } from '../task/current-task';
import { gather } from '../task/gather';
import { newEventLoop, setEventLoop } from './current-loop';
import type { EventLoop } from './event-loop';

/** How many seconds the worker threads are given to end (asyncio.constants). */
const THREAD_JOIN_TIMEOUT = 300;

/** Keyword arguments of `run` and `new Runner`. */
export interface RunnerOptions {
  /** Whether the loop is in debug mode; otherwise as it was made. */
  readonly debug?: boolean;
  /** Makes the loop; otherwise `newEventLoop`. */
  readonly loopFactory?: () => EventLoop;
}

/**
 * What runs coroutines on a loop of its own, one after another (asyncio.Runner).
 *
 * @example
 * const runner = new Runner();
 * try { runner.run(main()) } finally { runner.close() }
 */
export class Runner {
  private state: 'created' | 'initialized' | 'closed' = 'created';
  private loop: EventLoop | undefined = undefined;
  private context: Context | undefined = undefined;

  constructor(private readonly options: RunnerOptions = {}) {}

  /**
   * Run `coro` on the loop, and give its result. All runs share one context, unless another is given.
   *
   * @throws what `coro` throws; ValueError when it is no coroutine; RuntimeError when closed, or while a loop is running.
   */
  run<T>(coro: CoroutineLike<T>, { context }: { readonly context?: Context } = {}): T {
    checkCoroutine(coro);
    checkNoLoopRuns('Runner.run()');
    const loop = this.getLoop();
    return loop.runUntilComplete(loop.createTask(coro, { context: context ?? this.context }));
  }

  /**
   * Give the loop, which is made at the first call.
   *
   * @throws RuntimeError when closed.
   */
  getLoop(): EventLoop {
    if (this.state === 'closed') throw new RuntimeError('Runner is closed');
    if (this.loop === undefined) this.loop = this.makeLoop();
    this.context ??= copyContext();
    this.state = 'initialized';
    return this.loop;
  }

  private makeLoop(): EventLoop {
    const { debug, loopFactory } = this.options;
    const loop = (loopFactory ?? newEventLoop)();
    if (loopFactory === undefined) setEventLoop(loop);
    if (debug !== undefined) loop.setDebug(debug);
    return loop;
  }

  /** Cancel what is left of the tasks, close what is left of the asynchronous generators, close the loop. */
  close(): void {
    if (this.loop === undefined || this.state !== 'initialized') return;
    const { loop } = this;
    try {
      cancelAllTasks(loop);
      loop.runUntilComplete(loop.shutdownAsyncgens());
      loop.runUntilComplete(loop.shutdownDefaultExecutor(THREAD_JOIN_TIMEOUT));
    } finally {
      if (this.options.loopFactory === undefined) setEventLoop(null);
      loop.close();
      this.loop = undefined;
      this.state = 'closed';
    }
  }
}

/**
 * Run `main` on a new loop, then close that loop (asyncio.run): how a program begins.
 *
 * @throws what `main` throws; ValueError when it is no coroutine; RuntimeError while a loop is running.
 * @example
 * run(main());
 */
export function run<T>(main: CoroutineLike<T>, options: RunnerOptions = {}): T {
  checkNoLoopRuns('asyncio.run()');
  const runner = new Runner(options);
  let failure: Error | undefined;
  try {
    runner.getLoop();
    return runner.run(main);
  } catch (error) {
    failure = toError(error);
    throw error;
  } finally {
    closeAfter(runner, failure);
  }
}

/** Close `runner`; should that fail, the failure of its program is not lost but the context of this one. */
function closeAfter(runner: Runner, failure: Error | undefined): void {
  try {
    runner.close();
  } catch (error) {
    setContext(toError(error), failure);
    throw error;
  }
}

function checkCoroutine(coro: unknown): void {
  if (!isCoroutineLike(coro)) throw notAwaitable(coro, `a coroutine was expected, got ${repr(coro)}`, ValueError);
}

function checkNoLoopRuns(caller: string): void {
  if (peekRunningLoop() !== undefined) throw new RuntimeError(`${caller} cannot be called from a running event loop`);
}

function cancelAllTasks(loop: EventLoop): void {
  const tasks = [...allTasks(loop)];
  if (tasks.length === 0) return;
  for (const task of tasks) task.cancel();
  loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
  for (const task of tasks) {
    const exception = retrieveException(task);
    if (exception === undefined) continue;
    loop.callExceptionHandler({ message: 'unhandled exception during asyncio.run() shutdown', exception, task });
  }
}
