/**
 * World: what a program runs in: a loop, the things the program names, and its trace.
 *
 * It knows no statement. What statements do is in the tables of actions.ts and waits.ts,
 * which are given the world; what looks them up there is above them, in interpreter.ts. What
 * a table needs of that, to run what is inside a statement, is abstract here.
 *
 * Counterpart: World in cpython/world.py.
 */

import {
  allTasks,
  Context,
  ContextVar,
  type CoroutineLike,
  currentTask,
  type DoneCallback,
  type EventLoop,
  eagerTaskFactory,
  type Future,
  Task,
} from '../lib';
import { CountingLoop } from './counting-loop';
import { show } from './format';
import { MAKERS, type Workshop } from './makers';
import type { Body, Coro, Name, Operand, Program, Spawn, Statement } from './program';

/** When futures are resolved, and when tasks are cancelled: so that programs end. */
const LATE = 10;
const END = 20;

export abstract class World implements Workshop {
  readonly trace: string[] = [];
  readonly variable = new ContextVar<number>('variable', { default: 0 });
  /** By name: f0, t3, lock0. */
  readonly things = new Map<Name, object>();
  /** What was added to futures, by what callbacks.ts knows it by. */
  readonly callbacks = new Map<string, DoneCallback>();
  loop!: CountingLoop;
  /** What conditions are about. */
  counter = 0;
  private readonly contexts = [new Context(), new Context()];
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

  spawn(st: Spawn): void {
    const { id, context, eager } = st;
    const coro = this.coroutine(st);
    if (eager) this.named(id, new Task(coro, { loop: this.loop, eagerStart: true }));
    else this.named(id, this.loop.createTask(coro, context === undefined ? {} : { context: this.context(context) }));
  }

  named(id: number, task: Task): void {
    this.things.set(`t${id}`, task);
    this.labels.set(task, `t${id}`);
  }

  /** Begin a coroutine: it is known by its task, unless that is known already. */
  protected starts(who: string): void {
    const task = currentTask() as Task;
    if (!this.things.has(who)) this.things.set(who, task);
    if (!this.labels.has(task)) this.labels.set(task, who);
    this.note(`${who} starts`);
  }

  info(task: Task | undefined): string {
    const asked = task === undefined ? '-' : task.cancelling();
    return `${show(this.labels.get(task))} c${asked} n${allTasks(this.loop).size}`;
  }

  // ----- What is inside statements

  readonly runActions = (body: Body, who: string): void => {
    for (const st of body) this.act(st, who);
  };

  /** Perform a statement that does not suspend; false if it is another. */
  protected abstract act(st: Statement, who: string): boolean;

  /** Make what a combinator is given. */
  abstract operands(operands: readonly Operand[]): CoroutineLike<unknown>[];

  abstract coroutine(coro: Coro): CoroutineLike<unknown>;
}
