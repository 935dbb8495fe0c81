/**
 * yieldstar: Python's asyncio as a simulator.
 *
 * This is the only barrel. Importing it also installs the helpers that TypeScript's async
 * functions call (coroutine/install-helpers.ts).
 */

import './coroutine/install-helpers';

export { Context, copyContext, type Variable } from './context/context';
export { ContextVar, LookupError, Token } from './context/context-var';
export { AsyncGenerator } from './coroutine/async-generator';
export { type AsyncContextManager, asyncWith } from './coroutine/async-with';
export { Awaitable, type AwaitableLike, getAwaitable, isawaitable, type Yielded } from './coroutine/awaitable';
export {
  Coroutine,
  type CoroutineFunction,
  type CoroutineLike,
  type CoroutineState,
  coroutine,
  iscoroutine,
  iscoroutinefunction,
} from './coroutine/coroutine';
export {
  AssertionError,
  BaseException,
  CancelledError,
  contextOf,
  type ErrorClass,
  GeneratorExit,
  InvalidStateError,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
  TimeoutError,
  ValueError,
} from './errors';
export { BaseExceptionGroup, type ErrorCondition, ExceptionGroup } from './exception-group';
export {
  AbstractEventLoop,
  type Callback,
  type Cancellable,
  type ContextOption,
  type ExceptionContext,
  type TaskOptions,
} from './future/abstract-event-loop';
export { Future, type FutureState, isfuture } from './future/future';
export type { DoneCallback } from './future/waiter-list';
export { logger } from './log';
export type { EventLoopOptions, TaskFactory } from './loop/base-event-loop';
export { type Clock, VirtualClock } from './loop/clock';
export { getEventLoop, getRunningLoop, newEventLoop, setEventLoop } from './loop/current-loop';
export { type BlockedTask, DeadlockError } from './loop/deadlock';
export { EventLoop } from './loop/event-loop';
export type { ExceptionHandler } from './loop/exception-reporter';
export { Handle, TimerHandle } from './loop/handle';
export { MonotonicClock } from './loop/monotonic-clock';
export { Runner, type RunnerOptions, run } from './loop/runner';
export { repr } from './repr';
export type { Frame } from './stack';
export { createTask } from './task/create-task';
export { allTasks, currentTask } from './task/current-task';
export {
  createEagerTaskFactory,
  type EagerTaskFactory,
  eagerTaskFactory,
  type TaskConstructor,
} from './task/eager-task-factory';
export { ensureFuture } from './task/ensure-future';
export { gather, type ResultOf } from './task/gather';
export { shield } from './task/shield';
export { sleep } from './task/sleep';
export { Task } from './task/task';
export type { StackOptions, WriteOptions } from './task/task-stack';
export { Timeout, timeout, timeoutAt } from './task/timeout';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen, type WaitOptions, wait } from './task/wait';
export { waitFor } from './task/wait-for';
