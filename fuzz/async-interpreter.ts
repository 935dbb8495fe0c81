/**
 * AsyncInterpreter: coroutines written as async functions, with `await`.
 *
 * Counterpart: GeneratorInterpreter, line by line; AsyncInterpreter in cpython/async_interpreter.py.
 */

import {
  type AsyncContextManager,
  type AwaitableLike,
  asCompleted,
  asyncWith,
  type Future,
  sleep,
  TaskGroup,
  type Timeout,
} from '../lib';
import { catches, isBase } from './errors';
import { look, show, showError } from './format';
import { Interpreter, NOTHING, type Outcome } from './interpreter';
import type { Body, Coro, Name, Of, Statement, Structure, Wait } from './program';

export class AsyncInterpreter extends Interpreter {
  async coroutine({ id, late, body }: Coro): Promise<unknown> {
    if (late) await sleep(0);
    const who = `t${id}`;
    this.starts(who);
    let value: Outcome;
    try {
      value = await this.block(body, who);
    } catch (error) {
      this.failed(`${who} ends`, error);
      throw error;
    }
    const result = value === NOTHING ? undefined : value;
    this.note(`${who} ends -> ${show(result)} c${this.asked()}`);
    return result;
  }

  async block(body: Body, who: string): Promise<Outcome> {
    for (const st of body) {
      const value = await this.statement(st, who);
      if (value !== NOTHING) return value;
    }
    return NOTHING;
  }

  private async statement(st: Statement, who: string): Promise<Outcome> {
    if (this.act(st, who)) return NOTHING;
    switch (st.op) {
      case 'return':
        return st.value;
      case 'call':
        return await this.block(st.body, who);
      case 'repeat':
        return await this.repeat(st, who);
      case 'try':
        return await this.attempt(st, who);
      case 'timeout':
        return await this.within(`timeout${st.id}`, this.makeTimeout(st), st.body, who);
      case 'group':
        return await this.within(`group${st.id}`, new TaskGroup(), st.body, who);
      case 'with':
        return await this.holding(st, who);
      case 'asCompleted':
        return await this.asCompleted(st, who);
      case 'generate':
        return await this.generate(st, who);
      default:
        await this.wait(st as Wait, who);
        return NOTHING;
    }
  }

  private async wait(st: Wait, who: string): Promise<void> {
    try {
      const awaitable = this.toAwait(st, who);
      if (awaitable !== undefined) this.gave(st, who, await awaitable);
    } catch (error) {
      this.failed(`${who} ${this.label(st)}`, error);
      throw error;
    }
  }

  private async repeat(st: Of<Structure, 'repeat'>, who: string): Promise<Outcome> {
    for (let i = 0; i < st.times; i++) {
      const value = await this.block(st.body, who);
      if (value !== NOTHING) return value;
    }
    return NOTHING;
  }

  private async attempt(st: Of<Structure, 'try'>, who: string): Promise<Outcome> {
    try {
      return await this.block(st.body, who);
    } catch (error) {
      if (!catches(st.catches, error)) throw error;
      this.note(`${who} caught ${showError(error)} c${this.asked()}`);
      const value = await this.block(st.handler, who);
      return value === NOTHING ? this.afterwards(st, who, error) : value;
    } finally {
      if (st.finally !== undefined) {
        this.note(`${who} finally`);
        await this.block(st.finally, who);
      }
    }
  }

  private async within(name: Name, manager: Timeout | TaskGroup, body: Body, who: string): Promise<Outcome> {
    this.things.set(name, manager);
    let value: Outcome;
    try {
      value = await asyncWith<unknown, Outcome>(manager, () => this.block(body, who));
    } catch (error) {
      this.failed(`${who} ${name}`, error, look(manager));
      throw error;
    }
    this.note(`${who} ${name} -> ${look(manager)} c${this.asked()}`);
    return value;
  }

  private async holding({ on, body }: Of<Structure, 'with'>, who: string): Promise<Outcome> {
    let value: Outcome;
    try {
      value = await asyncWith(this.thing(on) as AsyncContextManager<unknown>, (target) => {
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

  private async asCompleted(st: Of<Structure, 'asCompleted'>, who: string): Promise<Outcome> {
    const completed = asCompleted(this.operands(st.operands), { timeout: st.timeout });
    let left = st.take;
    if (st.form === 'plain') {
      for (const next of completed) {
        await this.each(next, who);
        if (left !== undefined && --left === 0) break;
      }
    } else {
      for await (const future of completed) {
        await this.each(future as Future, who);
        if (left !== undefined && --left === 0) break;
      }
    }
    return NOTHING;
  }

  private async each(awaitable: AwaitableLike<unknown>, who: string): Promise<void> {
    try {
      this.note(`${who} asCompleted -> ${show(await awaitable)}`);
    } catch (error) {
      if (isBase(error)) throw error;
      this.note(`${who} asCompleted ! ${showError(error as Error)}`);
    }
  }

  private async generate(st: Of<Structure, 'generate'>, who: string): Promise<Outcome> {
    const items = this.items(st, who);
    for await (const item of items) {
      this.note(`${who} generate -> ${item}`);
      if (item === st.closes) await items.return(undefined);
    }
    return NOTHING;
  }
}
