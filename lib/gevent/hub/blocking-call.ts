/**
 * blockingCall: how a function of gevent's that may have to wait is called.
 *
 * In Python it is just called, and the stack stays as it is while others run. Here main, which has
 * the one stack, just calls it, too: meanwhile the hub runs. A greenlet has to `yield*` it, or to
 * `await` it, and so does a task. A callback of the loop must not wait.
 *
 *     main            gevent.sleep(1)
 *     a greenlet      yield* gevent.sleep(1)      await gevent.sleep(1)
 *
 * Counterpart: none; SwitchOutGreenletWithLoop.switch, as far as callbacks are concerned.
 */

import { Awaitable, isawaitable } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { peekCurrentTask } from '../../future/registry';
import { peekRunningLoop } from '../../future/running-loop';
import { driveInMain, isMainInGenerator } from '../../greenlet/main-in-generator';
import { Move } from '../../greenlet/move';
import { getcurrent } from '../../greenlet/raw-greenlet';
import { transfer } from '../../greenlet/transfer';
import type { Blocking, Steps } from '../../stdlib/waiting';
import { awaitInGreenlet } from './await-in-greenlet';
import { sendErrand } from './errand';
import { BlockingSwitchOutError } from './gevent-errors';
import { getHub, Hub } from './hub';

export type { Blocking, Steps } from '../../stdlib/waiting';

/** What calling a function gives in the end, that may give something to be awaited. */
export type Given<R> = R extends Generator<unknown, infer T, never> ? T : R extends PromiseLike<infer T> ? T : R;

/** Do what `steps` do, for whoever calls; `name` is the function that does this. */
export function blockingCall<T>(name: string, steps: () => Steps<T>): Blocking<T> {
  return call(name, steps) as Blocking<T>;
}

/** Give what a call gives that had not to wait after all: it may be awaited as that of a blocking call, or left alone. */
export function finishedCall(): Blocking<void> {
  return (isCalledPlainly() ? undefined : new Finished()) as Blocking<void>;
}

/** Nothing to wait for, to be awaited. */
class Finished extends Awaitable<void> {
  *[Symbol.iterator](): Steps<void> {}
}

/** Await what a function of the program's gave, if that can be awaited. */
export function* resultOf(given: unknown): Steps<unknown> {
  if (!isawaitable(given)) return given;
  return yield* getcurrent().isMain
    ? driveInMain(given as Iterable<Move, unknown, unknown>)
    : (given as Steps<unknown>);
}

/** Tell whether who calls is given results plainly: main is, where it runs no loop and is not within a generator. */
export function isCalledPlainly(): boolean {
  return getcurrent().isMain && peekRunningLoop() === undefined && !isMainInGenerator();
}

function call<T>(name: string, steps: () => Steps<T>): unknown {
  const current = getcurrent();
  const loop = peekRunningLoop();
  const isOnStack = current.isMain || current instanceof Hub;
  if (isOnStack && loop !== undefined && peekCurrentTask(loop) !== undefined) {
    return new Coroutine(sendErrand(getHub(), name, steps), name);
  }
  if (current instanceof Hub || (current.isMain && loop !== undefined)) return runNow(steps());
  if (isCalledPlainly()) return runInMain(steps());
  const coroutine = new Coroutine(steps(), name);
  current.expectAwait(coroutine);
  return coroutine;
}

function runInMain<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    let value: unknown;
    try {
      value = transfer(moveOf(step.value));
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
  return step.value;
}

/** Give the switch by which main waits for what a generator yielded: that itself, or for a future of asyncio's. */
function moveOf(yielded: unknown): Move {
  return yielded instanceof Move ? yielded : awaitInGreenlet(getcurrent(), getHub(), yielded);
}

/** Do what `steps` do at once. @throws BlockingSwitchOutError where it would wait. */
export function runNow<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.throw(new BlockingSwitchOutError());
  return step.value;
}
