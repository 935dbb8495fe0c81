/**
 * GeneratorInterpreter: coroutines written as generators, with `yield*`.
 *
 * Users may call a plain generator function, or one that `coroutine` was given: here the
 * coroutines with even numbers are of the one kind, those with odd ones of the other.
 *
 * Counterpart: AsyncInterpreter, line by line; AsyncInterpreter in cpython/async_interpreter.py.
 */

import {
  type AsyncContextManager,
  type AsyncGenerator,
  type Awaitable,
  asCompleted,
  asyncWith,
  type CoroutineLike,
  coroutine,
  type Future,
  sleep,
  TaskGroup,
  type Timeout,
  type Yielded,
} from '../lib';
import { catches, isBase } from './errors';
import { look, show, showError } from './format';
import { Interpreter, NOTHING, type Outcome } from './interpreter';
import type { Body, Coro, Name, Of, Statement, Structure, Wait } from './program';

export class GeneratorInterpreter extends Interpreter {
  coroutine(coro: Coro): CoroutineLike<unknown> {
    return coro.id % 2 === 0 ? this.main(coro) : this.decorated(coro);
  }

  private readonly decorated = coroutine(function* (this: GeneratorInterpreter, coro: Coro) {
    return yield* this.main(coro);
  });

  private *main({ id, late, body }: Coro): Generator<Yielded, unknown, unknown> {
    if (late) yield* sleep(0);
    const who = `t${id}`;
    this.starts(who);
    let value: Outcome;
    try {
      value = yield* this.block(body, who);
    } catch (error) {
      this.failed(`${who} ends`, error);
      throw error;
    }
    const result = value === NOTHING ? undefined : value;
    this.note(`${who} ends -> ${show(result)} c${this.asked()}`);
    return result;
  }

  *block(body: Body, who: string): Generator<Yielded, Outcome, unknown> {
    for (const st of body) {
      const value = yield* this.statement(st, who);
      if (value !== NOTHING) return value;
    }
    return NOTHING;
  }

  private *statement(st: Statement, who: string): Generator<Yielded, Outcome, unknown> {
    if (this.act(st, who)) return NOTHING;
    switch (st.op) {
      case 'return':
        return st.value;
      case 'call':
        return yield* this.block(st.body, who);
      case 'repeat':
        return yield* this.repeat(st, who);
      case 'try':
        return yield* this.attempt(st, who);
      case 'timeout':
        return yield* this.within(`timeout${st.id}`, this.makeTimeout(st), st.body, who);
      case 'group':
        return yield* this.within(`group${st.id}`, new TaskGroup(), st.body, who);
      case 'with':
        return yield* this.holding(st, who);
      case 'asCompleted':
        return yield* this.asCompleted(st, who);
      case 'generate':
        return yield* this.generate(st, who);
      default:
        yield* this.wait(st as Wait, who);
        return NOTHING;
    }
  }

  private *wait(st: Wait, who: string): Generator<Yielded, void, unknown> {
    try {
      const awaitable = this.toAwait(st, who);
      if (awaitable !== undefined) this.gave(st, who, yield* awaitable);
    } catch (error) {
      this.failed(`${who} ${this.label(st)}`, error);
      throw error;
    }
  }

  private *repeat(st: Of<Structure, 'repeat'>, who: string): Generator<Yielded, Outcome, unknown> {
    for (let i = 0; i < st.times; i++) {
      const value = yield* this.block(st.body, who);
      if (value !== NOTHING) return value;
    }
    return NOTHING;
  }

  private *attempt(st: Of<Structure, 'try'>, who: string): Generator<Yielded, Outcome, unknown> {
    try {
      return yield* this.block(st.body, who);
    } catch (error) {
      if (!catches(st.catches, error)) throw error;
      this.note(`${who} caught ${showError(error)} c${this.asked()}`);
      const value = yield* this.block(st.handler, who);
      return value === NOTHING ? this.afterwards(st, who, error) : value;
    } finally {
      if (st.finally !== undefined) {
        this.note(`${who} finally`);
        yield* this.block(st.finally, who);
      }
    }
  }

  private *within(
    name: Name,
    manager: Timeout | TaskGroup,
    body: Body,
    who: string,
  ): Generator<Yielded, Outcome, unknown> {
    this.things.set(name, manager);
    let value: Outcome;
    try {
      value = yield* asyncWith<unknown, Outcome>(manager, () => this.block(body, who));
    } catch (error) {
      this.failed(`${who} ${name}`, error, look(manager));
      throw error;
    }
    this.note(`${who} ${name} -> ${look(manager)} c${this.asked()}`);
    return value;
  }

  private *holding({ on, body }: Of<Structure, 'with'>, who: string): Generator<Yielded, Outcome, unknown> {
    let value: Outcome;
    try {
      value = yield* asyncWith(this.thing(on) as AsyncContextManager<unknown>, (target) => {
        this.note(`${who} with ${on} -> ${show(target)}`);
        return this.block(body, who);
      });
    } catch (error) {
      this.note(`${who} leave ${on} ! ${showError(error as Error)}`);
      throw error;
    }
    this.note(`${who} leave ${on} -> ${look(this.thing(on))}`);
    return value;
  }

  private *asCompleted(st: Of<Structure, 'asCompleted'>, who: string): Generator<Yielded, Outcome, unknown> {
    const completed = asCompleted(this.operands(st.operands), { timeout: st.timeout });
    let left = st.take;
    if (st.form === 'plain') {
      for (const next of completed) {
        yield* this.each(next, who);
        if (left !== undefined && --left === 0) break;
      }
    } else {
      const futures = completed[Symbol.asyncIterator]();
      for (let next = yield* futures.next(); !next.done; next = yield* futures.next()) {
        yield* this.each(next.value as Future, who);
        if (left !== undefined && --left === 0) break;
      }
    }
    return NOTHING;
  }

  private *each(awaitable: Awaitable<unknown>, who: string): Generator<Yielded, void, unknown> {
    try {
      this.note(`${who} asCompleted -> ${show(yield* awaitable)}`);
    } catch (error) {
      if (isBase(error)) throw error;
      this.note(`${who} asCompleted ! ${showError(error as Error)}`);
    }
  }

  private *generate(st: Of<Structure, 'generate'>, who: string): Generator<Yielded, Outcome, unknown> {
    const items = this.items(st, who) as unknown as AsyncGenerator<number>;
    for (let next = yield* items.next(); !next.done; next = yield* items.next()) {
      this.note(`${who} generate -> ${next.value}`);
      if (next.value === st.closes) yield* items.aclose();
    }
    return NOTHING;
  }
}
