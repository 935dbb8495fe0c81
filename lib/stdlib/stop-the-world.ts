/**
 * stopTheWorld: a call that blocks, and lets nothing else happen in its thread meanwhile.
 *
 * The clock goes on, and so does what is outside: packets come, and other machines answer. But no
 * task, no greenlet and no callback of the loop runs before the call is over. On the clock one
 * sees how long that was.
 *
 * In a worker thread the time is the worker's alone. What it does is done at one moment of the
 * loop's (thread/blocking.ts), so it can sleep there, but not wait for what is still to come.
 *
 * Counterpart: any system call that blocks.
 */

import { Coroutine } from '../coroutine/coroutine';
import { OverflowError, RuntimeError, ValueError } from '../errors';
import { peekCurrentTask } from '../future/registry';
import { getMainLoop, peekRunningLoop } from '../future/running-loop';
import { isMainInGenerator } from '../greenlet/main-in-generator';
import { getcurrent, type RawGreenlet } from '../greenlet/raw-greenlet';
import { DeadlockError } from '../loop/deadlock';
import type { EventLoop } from '../loop/event-loop';
import { passTimeUntil } from '../net/kernel/agenda';
import { checkSeconds } from '../seconds';
import { captureStack, locationOf } from '../stack';
import { isInWorker, passTime } from '../thread/blocking';
import type { Blocking, Source, Steps, Waiting } from './waiting';

/** The usual way to wait. */
const stopTheWorld: Waiting = {
  call<T>(name: string, steps: () => Steps<T>): Blocking<T> {
    const current = getcurrent();
    const isOnStack = current.isMain || current.isHub;
    if (isInWorker() || (isOnStack && !isAwaiting(current))) return runNow(steps()) as Blocking<T>;
    const call = new Coroutine(steps(), name);
    if (!isOnStack) current.expectAwait(call);
    return call as unknown as Blocking<T>;
  },

  *sleep(seconds: number): Steps<void> {
    checkSeconds('seconds', seconds);
    if (seconds < 0) throw new ValueError('sleep length must be non-negative');
    if (seconds === Infinity) throw new OverflowError('timestamp out of range for platform time_t');
    if (isInWorker()) return passTime(seconds);
    const loop = getMainLoop() as EventLoop;
    passTimeUntil(loop, loop.time() + seconds);
  },

  *untilReady(name: string, source: Source, deadline: number): Steps<boolean> {
    while (!source.isReady()) {
      if (isInWorker()) throw tooEarly(name, source);
      if (source.time() >= deadline) return false;
      if (!source.pump(deadline) && deadline === Infinity) throw stuck(name, source);
    }
    return true;
  },
};

/** Tell whether what runs on the stack awaits its calls all the same: a task, and main in a generator. */
function isAwaiting({ isMain }: RawGreenlet): boolean {
  const loop = peekRunningLoop();
  return loop === undefined ? isMain && isMainInGenerator() : peekCurrentTask(loop) !== undefined;
}

/** Give the way in which blocking calls wait: the usual one, unless another was put in place, which is none for a worker. */
export function waitingBy(patched: Waiting | undefined): Waiting {
  return patched === undefined || isInWorker() ? stopTheWorld : patched;
}

/** Steps that stop the world are over when they have begun. */
function runNow<T>(steps: Steps<T>): T {
  return steps.next().value as T;
}

function stuck(name: string, { owner }: Source): DeadlockError {
  const what = `${name}()${place()} would block for ever on ${owner}`;
  const why = 'nothing is on its way, and while the call blocks, no task, greenlet or callback of this program runs';
  const remedy = 'use streams (openConnection, startServer), or gevent.monkey.patchAll() before the socket is made';
  return new DeadlockError(`${what}: ${why}\n  to let others run meanwhile, ${remedy}`, [], []);
}

/** Where the program has made the call. */
function place(): string {
  const frame = captureStack().at(-1);
  return frame === undefined ? '' : `, called at ${locationOf(frame)},`;
}

function tooEarly(name: string, { owner }: Source): RuntimeError {
  return new RuntimeError(
    `${name}() cannot wait on ${owner} in a worker thread: what a worker does is done at one moment here, and nothing comes meanwhile`,
  );
}
