/**
 * yieldstar: Python's asyncio as a simulator.
 *
 * This is the only barrel. Importing it also installs the helpers that TypeScript's async
 * functions call (coroutine/install-helpers.ts).
 */

import './coroutine/install-helpers';
import './host/install-host';

export { decode, encode, UnicodeDecodeError, UnicodeEncodeError } from './bytes';
export { Context, copyContext, type Variable } from './context/context';
export { ContextVar, LookupError, Token } from './context/context-var';
export { AsyncGenerator } from './coroutine/async-generator';
export { type AsyncContextManager, asyncWith } from './coroutine/async-with';
export {
  Awaitable,
  type AwaitableLike,
  getAwaitable,
  isawaitable,
  type ResultOf,
  type Yielded,
} from './coroutine/awaitable';
export { Coroutine, type CoroutineLike, type CoroutineState, iscoroutine } from './coroutine/coroutine';
export { type CoroutineFunction, coroutine, iscoroutinefunction } from './coroutine/coroutine-function';
export {
  AssertionError,
  BaseException,
  BrokenBarrierError,
  CancelledError,
  contextOf,
  type ErrorClass,
  GeneratorExit,
  InvalidStateError,
  KeyboardInterrupt,
  OSError,
  OverflowError,
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
export { ConcurrentFuture } from './future/concurrent-future';
export { Future, type FutureState } from './future/future';
export { isfuture } from './future/isfuture';
export type { Observer } from './future/observer';
export type { DoneCallback } from './future/waiter-list';
export { wrapFuture } from './future/wrap-future';
export * as gevent from './gevent/gevent';
export { greenlet } from './greenlet/greenlet';
export { GreenletError, GreenletExit } from './greenlet/greenlet-errors';
export { getcurrent, RawGreenlet } from './greenlet/raw-greenlet';
export { gettrace, settrace } from './greenlet/settrace';
export { NodeHost } from './host/node-host';
export { logger } from './log';
export type { TaskFactory } from './loop/base-event-loop';
export type { BlockedTask, BlockedTasks } from './loop/blocked-tasks';
export { type Clock, VirtualClock } from './loop/clock';
export { getEventLoop, getRunningLoop, newEventLoop, setEventLoop } from './loop/current-loop';
export { DeadlockError } from './loop/deadlock';
export { EventLoop } from './loop/event-loop';
export type { ExceptionHandler } from './loop/exception-reporter';
export { Handle, TimerHandle } from './loop/handle';
export { MonotonicClock } from './loop/monotonic-clock';
export { Runner, type RunnerOptions, run } from './loop/runner';
export type { EventLoopOptions } from './loop/scheduling-loop';
export {
  BlockingIOError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  GaiError,
} from './net/kernel/os-error';
export * as net from './net/net';
export { createConnection, type OpenConnectionOptions, openConnection } from './net/stream/open-connection';
export { createServer, type StartServerOptions, startServer } from './net/stream/start-server';
export type { StreamReaderOptions } from './net/stream/stream-buffer';
export { EOFError, IncompleteReadError, LimitOverrunError } from './net/stream/stream-errors';
export { StreamReader } from './net/stream/stream-reader';
export { type ClientConnected, StreamReaderProtocol } from './net/stream/stream-reader-protocol';
export { StreamWriter } from './net/stream/stream-writer';
export type { ConnectionOptions } from './net/transport/create-connection';
export type { ServerOptions } from './net/transport/create-server';
export { BaseProtocol, Protocol } from './net/transport/protocol';
export type { SelectorSocketTransport } from './net/transport/selector-socket-transport';
export { Server } from './net/transport/server';
export type { ReadTransport, Transport, WriteBufferLimits } from './net/transport/transport';
export { TransportSocket } from './net/transport/transport-socket';
export { LifoQueue } from './queue/lifo-queue';
export { PriorityQueue } from './queue/priority-queue';
export { Queue } from './queue/queue';
export { QueueEmpty, QueueFull, QueueShutDown } from './queue/queue-errors';
export { repr } from './repr';
export type { Frame } from './stack';
export * as socket from './stdlib/socket';
export * as time from './stdlib/time';
export type { Blocking } from './stdlib/waiting';
export { Barrier } from './sync/barrier';
export { BoundedSemaphore } from './sync/bounded-semaphore';
export { Condition } from './sync/condition';
export { Event } from './sync/event';
export { Lock } from './sync/lock';
export { Semaphore } from './sync/semaphore';
export { type AsCompleted, type AsCompletedOptions, asCompleted, type DoneFuture } from './task/as-completed';
export { createTask } from './task/create-task';
export { allTasks, currentTask } from './task/current-task';
export {
  createEagerTaskFactory,
  type EagerTaskFactory,
  eagerTaskFactory,
  type TaskConstructor,
} from './task/eager-task-factory';
export { ensureFuture } from './task/ensure-future';
export { gather } from './task/gather';
export { runCoroutineThreadsafe } from './task/run-coroutine-threadsafe';
export { shield } from './task/shield';
export { sleep } from './task/sleep';
export { type RaceResult, staggeredRace } from './task/staggered-race';
export { Task } from './task/task';
export { TaskGroup } from './task/task-group';
export type { StackOptions, WriteOptions } from './task/task-stack';
export { Timeout, timeout, timeoutAt } from './task/timeout';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, type ReturnWhen, type WaitOptions, wait } from './task/wait';
export { waitFor } from './task/wait-for';
export { blocking } from './thread/blocking';
export { ThreadPoolExecutor } from './thread/thread-pool-executor';
export { toThread } from './thread/to-thread';
export {
  type CallGraphOptions,
  captureCallGraph,
  type FrameCallGraphEntry,
  type FutureCallGraph,
  formatCallGraph,
  type PrintCallGraphOptions,
  printCallGraph,
} from './trace/call-graph';
export { findDeadTasks } from './trace/dead/dead-tasks';
export type { Host, OutputStream, Place, Variable as LocalVariable } from './trace/host';
export { type PerfettoTrace, perfettoOf } from './trace/perfetto/perfetto';
export { type EventLogOptions as RecorderOptions, StepLimitReached } from './trace/record/event-log';
export { Recorder } from './trace/record/recorder';
export type { HandleState, LoopState, OutputState } from './trace/state/loop-state';
export type { PrimitiveState, WaiterState } from './trace/state/primitive-state';
export { Replay } from './trace/state/replay';
export type { TaskState, TaskStatus } from './trace/state/task-state';
export type { Program } from './trace/step/program-run';
export { ReplayError } from './trace/step/replay-error';
export { type Predicate, Stepper, type StepperOptions } from './trace/step/stepper';
export { TRACE_VERSION, type Trace, type TraceEvent, type TraceHeader } from './trace/trace-event';
export { formatTrace, parseTrace, TraceError } from './trace/trace-file';
export { explain } from './trace/why/explain';
export { TraceIndex } from './trace/why/trace-index';
export { type Cause, type WhyOptions, why } from './trace/why/why';
