/**
 * World: what a program runs in: a loop, the things the program names, and its trace.
 *
 * All that does not suspend is here, in actions.ts and in waits.ts, once for both ways of
 * writing coroutines. What does is in the two subclasses, statement by statement, in the
 * same words but for `yield*` and `await`.
 *
 * Counterpart: World in cpython/world.py.
 */

import {
  type Awaitable,
  allTasks,
  Context,
  ContextVar,
  type Coroutine,
  type CoroutineLike,
  currentTask,
  type EventLoop,
  eagerTaskFactory,
  type Future,
  Task,
  type Timeout,
  timeout,
  timeoutAt,
  ValueError,
} from '../lib';
import { ACTIONS, MAKERS } from './actions';
import { Callbacks } from './callbacks';
import { CountingLoop } from './counting-loop';
import { isBase, makeError } from './errors';
import { show, showError } from './format';
import type { Body, Coro, Name, Of, Operand, Program, Spawn, Statement, Structure, Wait } from './program';
import { showResult, WAITS } from './waits';

/** When futures are resolved, and when tasks are cancelled: so that programs end. */
const LATE = 10;
const END = 20;

/** What a block gives that was not left by a `return`. */
export const NOTHING = Symbol('nothing');
export type Outcome = number | typeof NOTHING;

/** What is there of a thing that there is not. */
const ABSENT = Symbol('absent');

export abstract class World {
  readonly trace: string[] = [];
  readonly variable = new ContextVar<number>('variable', { default: 0 });
  /** By name: f0, t3, lock0. */
  readonly things = new Map<Name, object>();
  loop!: CountingLoop;
  /** What conditions are about. */
  counter = 0;
  private readonly contexts = [new Context(), new Context()];
  /** What is added to futures. */
  readonly callbacks = new Callbacks(this);
  private readonly labels = new Map<Task | undefined, Name>();

  constructor(readonly program: Program) {}

  readonly makeLoop = (): EventLoop => {
    const loop = new CountingLoop(this.trace);
    this.loop = loop;
    loop.setExceptionHandler((_loop, context) => this.handle(context.message ?? '', context.exception));
    if (this.program.eager) loop.setTaskFactory(eagerTaskFactory);
    for (const { delay, body } of this.program.timers) loop.callLater(delay, this.runActions, body, 'timer');
    loop.callLater(LATE, () => this.resolveFutures());
    loop.callLater(END, () => this.cancelAll());
    return loop;
  };

  private handle(message: string, exception: unknown): void {
    if (/never|destroyed/.test(message)) return; // found, in CPython, by collecting garbage
    const shown = message.startsWith('Exception in callback') ? 'Exception in callback' : message.split('<')[0];
    this.note(`loop reports ${shown} ${show(exception)}`);
  }

  note(text: string): void {
    this.trace.push(`${this.loop.iteration}@${this.loop.time()} ${text}`);
  }

  private resolveFutures(): void {
    this.note('late');
    for (const [name, thing] of [...this.things]) {
      if (name.startsWith('f') && !(thing as Future).done()) (thing as Future).setResult('late');
    }
  }

  /** Cancel what is left; give whether there was anything. */
  cancelAll(): boolean {
    const pending = [...allTasks(this.loop)];
    this.note(`cancelAll ${pending.length}`);
    for (const task of pending) task.cancel('end');
    return pending.length > 0;
  }

  // ----- Things and their names

  /** Give what `name` stands for, making it where to be named is enough. */
  thing(name: Name): object | undefined {
    const found = this.things.get(name);
    if (found !== undefined) return found;
    const made = MAKERS[name.replace(/\d+$/, '')]?.(this, name);
    if (made !== undefined) this.things.set(name, made);
    return made;
  }

  size(name: Name): number {
    return this.program.sizes[name] ?? 1;
  }

  context(index: number): Context {
    return this.contexts[index] as Context;
  }

  spawn({ id, body, context, eager }: Spawn): void {
    const coro = this.coroutine({ id, body });
    if (eager) this.named(id, new Task(coro, { loop: this.loop, eagerStart: true }));
    else this.named(id, this.loop.createTask(coro, context === undefined ? {} : { context: this.context(context) }));
  }

  named(id: number, task: Task): void {
    this.things.set(`t${id}`, task);
    this.labels.set(task, `t${id}`);
  }

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

  readonly runActions = (body: Body, who: string): void => {
    for (const st of body) this.act(st, who);
  };

  /** Perform a statement that does not suspend; false if it is another. */
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

  info(task: Task | undefined): string {
    const asked = task === undefined ? '-' : task.cancelling();
    return `${show(this.labels.get(task))} c${asked} n${allTasks(this.loop).size}`;
  }

  // ----- What suspends

  abstract coroutine(coro: Coro): CoroutineLike<unknown>;

  /** Begin a coroutine: it is known by its task, unless that is known already. */
  protected starts(who: string): void {
    const task = currentTask() as Task;
    if (!this.things.has(who)) this.things.set(who, task);
    if (!this.labels.has(task)) this.labels.set(task, who);
    this.note(`${who} starts`);
  }

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

  abstract block(body: Body, who: string): CoroutineLike<Outcome>;

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
