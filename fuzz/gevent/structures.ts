/**
 * Structures: what statements do that have a body.
 *
 * Counterpart: STRUCTURES in python/structures.py, in the same order.
 */

import { gevent, ValueError } from '../../lib';
import { catches } from '../errors';
import { insteadOf } from './actions';
import type { Body, Name, Of, Structure } from './program';
import { showError } from './show';
import { type Steps, World } from './world';

/** The delay at whose end a call fails. */
const FAILS = 0.375;

export abstract class Structures extends World {
  /** Do what a body says. */
  abstract block(body: Body, who: Name): Steps;

  readonly call = (delay: number): Steps<number> => this.callFor(delay);

  private *callFor(delay: number): Steps<number> {
    this.note(`call ${delay}`);
    yield* gevent.sleep(delay);
    this.note(`called ${delay}`);
    if (delay === FAILS) throw new ValueError('call');
    return delay;
  }

  *structure(st: Structure, who: Name): Steps {
    switch (st.op) {
      case 'try':
        return yield* this.attempt(st, who);
      case 'timeout':
        return yield* this.within(st, who);
      case 'withTimeout':
        return yield* this.inTime(st, who);
      case 'with':
        return yield* this.holding(st, who);
      case 'iwait':
        return yield* this.forEach(gevent.iwait(this.linkables(st), st.timeout, st.count), st, who);
      default:
        return yield* this.mapping(st, who);
    }
  }

  private linkables(st: Of<Structure, 'iwait'>): gevent.Linkable[] {
    return this.those(st.those) as gevent.Linkable[];
  }

  private *attempt(st: Of<Structure, 'try'>, who: Name): Steps {
    try {
      yield* this.block(st.body, who);
    } catch (error) {
      if (!catches(st.catches, error)) throw error;
      this.note(`${who} caught ${showError(error)}`);
      yield* this.block(st.handler, who);
    }
  }

  private *within({ id, delay, instead, body }: Of<Structure, 'timeout'>, who: Name): Steps {
    const name = `timeout${id}`;
    const timeout = this.named(name, new gevent.Timeout(delay, insteadOf(instead)));
    try {
      yield* timeout.run(() => this.block(body, who)) as unknown as Steps;
    } finally {
      this.note(`${who} leaves ${name} ${this.look(timeout)}`);
    }
  }

  private *inTime({ delay, value, body }: Of<Structure, 'withTimeout'>, who: Name): Steps {
    const block = (): Steps => this.block(body, who);
    const given =
      value === undefined
        ? gevent.withTimeout(delay, block)
        : gevent.withTimeout(delay, block, { timeoutValue: value });
    this.note(`${who} withTimeout -> ${this.show(yield* given as unknown as Steps<unknown>)}`);
  }

  private *holding({ on, body }: Of<Structure, 'with'>, who: Name): Steps {
    const lock = this.things.get(on) as gevent.Semaphore;
    yield* lock.acquire() as unknown as Steps;
    this.note(`${who} has ${on}`);
    try {
      yield* this.block(body, who);
    } finally {
      lock.release();
    }
    this.note(`${who} released ${on}`);
  }

  private *mapping(st: Of<Structure, 'imap' | 'imapUnordered'>, who: Name): Steps {
    const pool = this.things.get(st.on) as gevent.Pool;
    yield* this.forEach(pool[st.op](this.call, st.delays, { maxsize: st.maxsize }), st, who);
  }

  private *forEach(items: { next(): unknown }, { op, body }: Structure, who: Name): Steps {
    const next = () => items.next() as Generator<unknown, IteratorResult<unknown>, unknown>;
    for (let step = yield* next(); !step.done; step = yield* next()) {
      this.note(`${who} ${op} -> ${this.show(step.value)}`);
      yield* this.block(body, who);
    }
    this.note(`${who} ${op} ends`);
  }
}
