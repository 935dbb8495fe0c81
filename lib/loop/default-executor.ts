/**
 * The executor that a loop uses where it is given none.
 *
 * Made at the first use. Once its shutdown was called, it takes no more jobs, and those that
 * it took are waited for: a program does not end before its threads do.
 *
 * Counterpart: run_in_executor, set_default_executor and shutdown_default_executor of
 * asyncio.BaseEventLoop, in base_events.py.
 */

import type { Yielded } from '../coroutine/awaitable';
import { RuntimeError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { createWaiter, releaseWaiter } from '../future/waiter';
import { logger } from '../log';
import { ThreadPoolExecutor } from '../thread/thread-pool-executor';

/** The default executor of one loop. */
export class DefaultExecutor {
  private executor: ThreadPoolExecutor | undefined = undefined;
  private shutdownCalled = false;

  constructor(private readonly loop: AbstractEventLoop) {}

  /**
   * Use `executor` from now on.
   *
   * @throws TypeError when it is no ThreadPoolExecutor.
   */
  set(executor: ThreadPoolExecutor): void {
    this.executor = checkExecutor(executor);
  }

  /** Give the executor. @throws RuntimeError after the shutdown. */
  get(): ThreadPoolExecutor {
    if (this.shutdownCalled) throw new RuntimeError('Executor shutdown has been called');
    this.executor ??= new ThreadPoolExecutor();
    return this.executor;
  }

  /** Take no more jobs, and wait `timeout` seconds at most for those that there are. */
  *shutdown(timeout: number | null): Generator<Yielded, void, unknown> {
    const { executor, loop } = this;
    this.shutdownCalled = true;
    if (executor === undefined) return;
    executor.shutdown();
    const waiter = createWaiter(loop);
    executor.whenIdle(() => {
      if (!loop.isClosed()) loop.callSoonThreadsafe(releaseWaiter, waiter);
    });
    const timer = timeout === null ? undefined : loop.callLater(timeout, releaseWaiter, waiter);
    try {
      yield* waiter;
    } finally {
      timer?.cancel();
    }
    if (executor.isIdle()) return;
    logger.warning(`The executor did not finishing joining its threads within ${timeout} seconds.`);
  }

  /** Take no more jobs, and wait for none. */
  close(): void {
    this.shutdownCalled = true;
    this.executor?.shutdown();
    this.executor = undefined;
  }
}

/** Give `executor`. @throws TypeError when it is no ThreadPoolExecutor. */
export function checkExecutor(executor: ThreadPoolExecutor): ThreadPoolExecutor {
  if (executor instanceof ThreadPoolExecutor) return executor;
  throw new TypeError('executor must be ThreadPoolExecutor instance');
}
