/**
 * Interpreter: a World in which statements are performed.
 *
 * All that does not suspend is done here, once for both ways of writing coroutines, by what
 * the tables say. What does is in the two subclasses, statement by statement, in the same
 * words but for `yield*` and `await`.
 *
 * Counterpart: Interpreter in cpython/interpreter.py.
 */

import {
  type Awaitable,
  type Coroutine,
  type CoroutineLike,
  currentTask,
  type Future,
  type Task,
  type Timeout,
  timeout,
  timeoutAt,
  ValueError,
} from '../lib';
import { ACTIONS } from './actions';
import { isBase, makeError } from './errors';
import { show, showError } from './format';
import type { Body, Of, Operand, Statement, Structure, Wait } from './program';
import { showResult, WAITS } from './waits';
import { World } from './world';

/** What a block gives that was not left by a `return`. */
export const NOTHING = Symbol('nothing');
export type Outcome = number | typeof NOTHING;

/** What is there of a thing that there is not. */
const ABSENT = Symbol('absent');

export abstract class Interpreter extends World {
  operands(operands: readonly Operand[]): CoroutineLike<unknown>[] {
    return operands.map((operand) => this.operand(operand));
  }

  private operand(operand: Operand): CoroutineLike<unknown> {
    if ('ref' in operand) return (this.thing(operand.ref) ?? this.thing('f0')) as Future;
    if ('make' in operand) return this.make(operand.make) ?? (this.thing('f0') as Future);
    if (!operand.spawn) return this.coroutine(operand);
    this.spawn(operand);
    return this.things.get(`t${operand.id}`) as Task;
  }

  // ----- What does not suspend

  protected act(st: Statement, who: string): boolean {
    if (st.op === 'raise') {
      this.note(`${who} raise ${st.error}`);
      throw makeError(st.error);
    }
    const action = ACTIONS[st.op as keyof typeof ACTIONS] as Perform<Statement> | undefined;
    if (action === undefined) return false;
    const [label, thing] = this.begin(st);
    if (thing === ABSENT) this.note(`${who} ${label} absent`);
    else this.tell(`${who} ${label}`, () => action(this, thing, st));
    return true;
  }

  private tell(label: string, action: () => unknown): void {
    try {
      this.note(`${label} -> ${show(action())}`);
    } catch (error) {
      if (isBase(error)) throw error;
      this.note(`${label} ! ${showError(error as Error)}`);
    }
  }

  /** Give how a statement shows, and what it is about. */
  private begin(st: Statement): [label: string, thing: unknown] {
    if (!('on' in st)) return [st.op, undefined];
    return [`${st.op} ${st.on}`, this.thing(st.on) ?? ABSENT];
  }

  // ----- What suspends

  abstract block(body: Body, who: string): CoroutineLike<Outcome>;

  /** Make what is to be awaited; undefined where that is nothing. */
  protected toAwait(st: Wait, who: string): Awaitable<unknown> | undefined {
    const [label, thing] = this.begin(st);
    const awaitable = thing === ABSENT ? undefined : this.make(st, thing);
    if (awaitable === undefined) this.note(`${who} ${label} ${thing === ABSENT ? 'absent' : 'refused'}`);
    return awaitable;
  }

  private make(st: Wait, thing = this.begin(st)[1]): Coroutine<unknown> | Future | undefined {
    return (WAITS[st.op] as Perform<Wait>)(this, thing, st) as Coroutine<unknown> | Future | undefined;
  }

  protected gave(st: Wait, who: string, value: unknown): void {
    this.note(`${who} ${this.label(st)} -> ${showResult(st, value)}`);
  }

  protected failed(label: string, error: unknown, about = ''): void {
    const shown = about === '' ? '' : ` ${about}`;
    this.note(`${label} ! ${showError(error as Error)}${shown} c${this.asked()}`);
  }

  protected label(st: Statement): string {
    return this.begin(st)[0];
  }

  /** Do what an `except` block ends with. */
  protected afterwards(st: Of<Structure, 'try'>, who: string, error: Error): Outcome {
    if (st.then === 'raise') throw error;
    if (st.then === 'transform') throw new ValueError('new', { cause: error });
    if (st.then === 'uncancel') this.note(`${who} uncancel -> ${(currentTask() as Task).uncancel()}`);
    return NOTHING;
  }

  /** How often the current task was asked to cancel. */
  protected asked(): number {
    return (currentTask() as Task).cancelling();
  }

  protected makeTimeout({ delay, at }: Of<Structure, 'timeout'>): Timeout {
    return delay === null || !at ? timeout(delay) : timeoutAt(this.loop.time() + delay);
  }

  /** There is one way only to write an asynchronous generator. */
  protected async *items(st: Of<Structure, 'generate'>, who: string): AsyncGenerator<number, undefined> {
    try {
      for (let item = 0; item < st.times; item++) {
        await this.block(st.body, who);
        yield item;
      }
    } finally {
      this.note(`${who} generate ends`);
    }
  }
}

type Perform<S extends Statement> = (world: World, thing: unknown, st: S) => unknown;
