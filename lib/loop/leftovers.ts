/**
 * What a program leaves behind when its loop is closed.
 *
 * Python finds such things when it collects garbage, at no fixed moment: tasks that are
 * still pending, exceptions that nobody retrieved, coroutines that nobody awaited,
 * asynchronous generators that have not ended. JavaScript does not tell of its garbage: so
 * they are kept account of, while the loop runs, and looked for when it is closed.
 *
 * Counterpart: Future.__del__, Task.__del__, the warning of a coroutine's finalizer, and
 * BaseEventLoop._asyncgen_finalizer_hook.
 */

import { AsyncGenerator, type FirstIterHook } from '../coroutine/async-generator';
import { Coroutine } from '../coroutine/coroutine';
import { nativeCode } from '../coroutine/native-code';
import type { ExceptionContext } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import { PendingList } from '../future/pending-list';
import { pendingTasks } from '../future/registry';
import { logger } from '../log';
import type { BaseEventLoop } from './base-event-loop';
import { NativeCalls } from './native-calls';

/** The account of one loop. */
export class Leftovers {
  /** The asynchronous generators that were begun on the loop, and have not ended. */
  readonly asyncgens = new Set<AsyncGenerator<unknown>>();
  /** Whether the loop has closed its asynchronous generators: those begun later, nobody will close. */
  asyncgensShutdownCalled = false;
  /** The coroutines that were made while the loop ran, and not begun. Plain generators cannot be seen. */
  private readonly coroutines = new PendingList<Coroutine<unknown>>(({ state }) => state === 'created');

  private readonly nativeCalls = new NativeCalls();

  /** The last that was made. */
  private newest: Coroutine<unknown> | undefined = undefined;

  /** The hooks as they were when this loop began to run. */
  private before: Hooks = hooks();

  constructor(private readonly loop: BaseEventLoop) {}

  /** Keep account, from now on, of what is made. */
  watch(): void {
    this.before = hooks();
    install({ firstIter: this.adoptAsyncgen, creation: this.noteCoroutine, tracking: this.loop.getDebug() });
    nativeCode()?.watch(this.nativeCalls);
  }

  /** Keep account no longer. Whoever did before this loop (a thread of it may have run this one) does so again. */
  unwatch(): void {
    install(this.before);
    nativeCode()?.unwatch();
  }

  private readonly noteCoroutine = (coroutine: Coroutine<unknown>): void => {
    this.listNewest();
    this.newest = coroutine;
    this.loop.observer?.coroutineCreated(coroutine);
  };

  /** Most are begun before the next is made, and need not be listed: to list each would cost it a tenth of its time. */
  private listNewest(): void {
    if (this.newest?.state === 'created') this.coroutines.add(this.newest);
    this.newest = undefined;
  }

  private readonly adoptAsyncgen: FirstIterHook = (generator) => {
    if (this.asyncgensShutdownCalled) {
      logger.warning(`asynchronous generator ${generator} was scheduled after loop.shutdown_asyncgens() call`);
    }
    this.asyncgens.add(generator);
    return () => this.asyncgens.delete(generator);
  };

  /** Report all to the exception handler, in the order of creation. */
  report(): void {
    const { loop } = this;
    const futures = new Set([...loop.unretrieved, ...pendingTasks(loop)]);
    this.listNewest();
    const left = [...futures, ...this.coroutines.pending(), ...this.asyncgens];
    for (const thing of left.sort((a, b) => a.serial - b.serial)) {
      const complaint = complaintOf(thing);
      if (complaint === undefined) continue;
      loop.observer?.leftBehind(thing, complaint.message as string);
      loop.callExceptionHandler(complaint);
    }
    for (const complaint of this.nativeCalls.complaints()) loop.callExceptionHandler(complaint);
    // A closed loop keeps none of these alive.
    this.asyncgens.clear();
    this.coroutines.clear();
    nativeCode()?.forget();
  }
}

/** What coroutines and asynchronous generators tell of themselves, and to whom. */
interface Hooks {
  readonly firstIter: FirstIterHook | undefined;
  readonly creation: ((coroutine: Coroutine<unknown>) => void) | undefined;
  readonly tracking: boolean;
}

function hooks(): Hooks {
  const { creationHook: creation, originTracking: tracking } = Coroutine;
  return { firstIter: AsyncGenerator.firstIterHook, creation, tracking };
}

function install({ firstIter, creation, tracking }: Hooks): void {
  AsyncGenerator.firstIterHook = firstIter;
  Coroutine.creationHook = creation;
  Coroutine.originTracking = tracking;
}

function complaintOf(thing: Future | Coroutine<unknown> | AsyncGenerator<unknown>): ExceptionContext | undefined {
  if (thing instanceof Coroutine) return neverAwaited(thing);
  if (!(thing instanceof AsyncGenerator)) return thing.complaint();
  return { message: `${thing} was destroyed but it is not finished!`, asyncgen: thing };
}

function neverAwaited(coroutine: Coroutine<unknown>): ExceptionContext {
  const context = { message: `coroutine '${coroutine.shownName()}' was never awaited`, coroutine };
  return coroutine.origin === undefined ? context : { ...context, sourceTraceback: coroutine.origin };
}
