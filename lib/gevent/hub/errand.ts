/**
 * Errand: how a task of asyncio waits for what is gevent's.
 *
 * A task cannot switch: it yields futures. So it sends a greenlet, which does what is to be done
 * and may switch as it likes, and waits for a future until that one is back. To cancel the task is
 * to throw the CancelledError where the greenlet waits.
 *
 * That the task itself waited, by a future in place of each switch, is the alternative; but then it
 * would go on a step of the loop after it was switched to, and what gevent's queues and semaphores
 * hand over to whoever is switched to could be taken by others meanwhile.
 */

import { Context } from '../../context/context';
import type { Yielded } from '../../coroutine/awaitable';
import { toError } from '../../errors';
import type { Future } from '../../future/future';
import { createWaiter, releaseWaiter } from '../../future/waiter';
import type { Passed } from '../../greenlet/greenlet-observer';
import { Move } from '../../greenlet/move';
import { RawGreenlet } from '../../greenlet/raw-greenlet';
import { awaitInGreenlet } from './await-in-greenlet';
import type { Hub } from './hub';

class Errand extends RawGreenlet {
  outcome: Passed | undefined = undefined;
  /** What the task waits for meanwhile. */
  waiter: Future<void> | undefined = undefined;

  protected override moveFor(yielded: unknown): Move {
    return awaitInGreenlet(this, this.parent as Hub, yielded);
  }

  override take(arrival: Move): Move {
    (this.parent as Hub).waiting.delete(this);
    return super.take(arrival);
  }

  protected override end(args: readonly unknown[], error?: Error): Move {
    this.outcome = super.end(args, error).passed;
    if (this.waiter !== undefined) releaseWaiter(this.waiter);
    return new Move(this.parent, []);
  }
}

/** Do what `steps` do, in a greenlet, for a task. */
export function* sendErrand<T>(
  hub: Hub,
  name: string,
  steps: () => Generator<Yielded, T, unknown>,
): Generator<Yielded, T, unknown> {
  const errand = new Errand(Object.defineProperty(steps, 'name', { value: name }), hub);
  errand.context = Context.current;
  const goOn = (error?: Error): void => hub.work(() => void hub.make(new Move(errand, [], error)));
  goOn();
  while (errand.outcome === undefined) {
    const { primitive, greenlet } = hub.waiting.get(errand) ?? {};
    errand.waiter = createWaiter(hub.loop, primitive ?? greenlet);
    try {
      yield* errand.waiter;
    } catch (error) {
      if (errand.outcome !== undefined) throw error;
      goOn(toError(error));
    }
  }
  const { outcome } = errand;
  if ('error' in outcome) throw outcome.error;
  return outcome.value as T;
}
