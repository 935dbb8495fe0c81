/**
 * BaseTask: a task as others see it. What it does is Task's, above.
 *
 * It has a name, a context, and the coroutine it was made of; it shows itself, tells where
 * its coroutine is suspended, and complains when its loop is closed too early.
 *
 * Counterpart: asyncio/base_tasks.py, and the accessors of asyncio.Task.
 */

import { type Context, contextOrCopy } from '../context/context';
import { isgenerator, notAwaitable } from '../coroutine/awaitable';
import type { Coroutine, CoroutineLike } from '../coroutine/coroutine';
import { coroutineOf, isCoroutineLike } from '../coroutine/coroutine-function';
import { linkContext, RuntimeError } from '../errors';
import type { AbstractEventLoop, ExceptionContext, TaskOptions } from '../future/abstract-event-loop';
import { awaitChain } from '../future/await-chain';
import { Future } from '../future/future';
import { repr, reprDepth } from '../repr';
import { type Frame, locationOf } from '../stack';
import { nextTaskNumber } from './task-name';
import { type StackOptions, stackOf, type WriteOptions, writeStack } from './task-stack';

/** Looking for a place takes time: in a chain of tasks that wait for each other, only the first are shown with theirs. */
const MAX_PLACES = 2;

/** The future of a coroutine's result, without what drives the coroutine. */
export abstract class BaseTask<T> extends Future<T> {
  /** Whether to complain when the loop is closed before this task is done. */
  logDestroyPending = true;
  /** What the coroutine waits for; undefined while it does not wait. */
  protected futWaiter: Future | undefined = undefined;
  protected numCancelsRequested = 0;
  /** Whether the next step is to throw a CancelledError. */
  protected mustCancel = false;
  protected readonly coro: Coroutine<T>;
  /** @internal */
  readonly context: Context;
  /** Whether it waits by the iterator of a Future, which may be resumed without harm (see awaitChain). */
  protected waitsVisibly = false;
  /** Whether the first step was taken on creation, and was the last. */
  protected ranEagerly = false;
  /** What the step that is running, or ran last, threw into the coroutine. */
  protected handling: Error | undefined = undefined;
  /** What the task was made of: `coro`, or a plain generator that `coro` drives. */
  private readonly given: CoroutineLike<T>;
  /** The name given; otherwise the task is `Task-N`, and N is the number. */
  private name: string | undefined;
  private readonly number: number;

  constructor(coro: CoroutineLike<T>, options: TaskOptions & { readonly loop?: AbstractEventLoop }) {
    super(options.loop);
    if (!isCoroutineLike(coro)) throw notAwaitable(coro, `a coroutine was expected, got ${repr(coro)}`);
    this.coro = coroutineOf(coro);
    this.given = isgenerator(coro) ? coro : this.coro;
    const { name } = options;
    this.name = name === undefined || name === null ? undefined : String(name);
    this.number = this.name === undefined ? nextTaskNumber() : 0;
    this.context = contextOrCopy(options.context);
  }

  /** Give the coroutine, or the plain generator that the task was made of; undefined when its first step, an eager one, was also its last. */
  getCoro(): CoroutineLike<T> | undefined {
    return this.ranEagerly ? undefined : this.given;
  }

  /** Give the context that the steps run in. */
  getContext(): Context {
    return this.context;
  }

  /** Give the name: the one that was set, else `Task-N`. */
  getName(): string {
    return this.name ?? `Task-${this.number}`;
  }

  /** Set the name that messages show: `String(name)`. */
  setName(name: unknown): void {
    this.name = String(name);
    this.loop.observer?.taskRenamed(this);
  }

  override setResult(_result: T): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  override setException(_exception: Error | (new () => Error)): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  protected succeed(result: T): void {
    super.setResult(result);
  }

  protected fail(error: Error): void {
    super.setException(error);
  }

  /** Count the requests to cancel that `uncancel` has not taken back. */
  cancelling(): number {
    return this.numCancelsRequested;
  }

  /** Take back one request to cancel; with the last of them, also a CancelledError not thrown yet. Returns how many remain. */
  uncancel(): number {
    if (this.numCancelsRequested > 0) {
      this.numCancelsRequested -= 1;
      if (this.numCancelsRequested === 0) this.mustCancel = false;
    }
    return this.numCancelsRequested;
  }

  /** Give what the coroutine waits for; undefined while it does not wait. @internal */
  getFutWaiter(): Future | undefined {
    return this.futWaiter;
  }

  /**
   * Give the frames of this task, oldest first: of a suspended one the outermost, of the
   * running one its calls, of a failed one those of its exception. None otherwise.
   */
  getStack(options: StackOptions = {}): Frame[] {
    return stackOf(this, options);
  }

  /** Write what `getStack` gives, as Python prints it: to the log, or to `file`. */
  printStack(options: WriteOptions = {}): void {
    writeStack(this, options);
  }

  /** Give the calls by which the coroutine waits, outermost first; none where it does not wait, or they cannot be seen. @internal */
  awaitChain(): Frame[] {
    const { futWaiter } = this;
    return futWaiter !== undefined && this.waitsVisibly && !futWaiter.done() ? awaitChain(this.coro, futWaiter) : [];
  }

  /** Give the call that created the coroutine: of an async function that is the function itself. In debug mode only. @internal */
  createdAt(): Frame | undefined {
    return this.coro.origin?.at(-1);
  }

  /**
   * Note that `error` was raised while this step's error was being handled, unless it has
   * a context already. That is as much as can be told: whether the coroutine was done with
   * handling it, or had begun to handle another, JavaScript does not say.
   *
   * @internal
   */
  linkContext(error: Error): void {
    linkContext(error, this.handling);
  }

  /** @internal */
  override complaint(): ExceptionContext | undefined {
    if (this.done()) return super.complaint();
    if (!this.logDestroyPending) return undefined;
    return this.withTraceback({
      task: this,
      message: 'Task was destroyed but it is pending!',
    });
  }

  protected override reprInfo(): string[] {
    const [state = '', ...rest] = super.reprInfo();
    const info = [this.cancelling() > 0 && !this.done() ? 'cancelling' : state, `name=${repr(this.getName())}`];
    if (!this.ranEagerly) info.push(`coro=<${this.reprCoroutine()}>`);
    if (this.futWaiter !== undefined) info.push(`wait_for=${reprDepth() > MAX_PLACES ? '...' : repr(this.futWaiter)}`);
    return [...info, ...rest];
  }

  /** `hello() running at hello.ts:7`; without the place where that is not known, or this is shown too deep within others. */
  private reprCoroutine(): string {
    const { state } = this.coro;
    const frame = reprDepth() > MAX_PLACES ? undefined : this.awaitChain()[0];
    if (frame !== undefined) return `${this.coroutineName(frame)}() running at ${locationOf(frame)}`;
    const created = this.createdAt();
    const place = created === undefined ? '' : `, created at ${locationOf(created)}`;
    return `${this.coroutineName(undefined)}() ${state === 'closed' ? 'done' : 'running'}${place}`;
  }

  /** Plain generators do not know their names, nor do async functions; the stack does, of the first resumed, of the others created. */
  private coroutineName(frame: Frame | undefined): string {
    const name = this.coro.shownName();
    return name === 'generator' || name === 'async_call' ? (frame?.name ?? name) : name;
  }
}
