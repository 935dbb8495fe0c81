/**
 * The language of random programs: a small tree, which JSON can carry.
 *
 * A program is a list of tasks and timers, each with a body of statements. It is interpreted
 * in Python, on the real asyncio (cpython/), and here, as generators, as async functions, and
 * as native async functions. Where a statement acts on a thing, `on` names that: a future f0,
 * a task t1, g2 that makeGather or makeShield made, timer3, timeout4, group5; lock0, sem0,
 * bounded0, cond0, event0, queue0, lifo0, prio0, barrier0. Futures and primitives come to be
 * when they are named; the others by the statement with their `id`, and before that nothing
 * is done.
 */

/** The name of a thing. */
export type Name = string;
export type Body = readonly Statement[];
export type ErrorName =
  | 'ValueError'
  | 'Oops'
  | 'RuntimeError'
  | 'TimeoutError'
  | 'CancelledError'
  | 'SystemExit'
  | 'KeyboardInterrupt';
export type Message = string | number | null;

/** What is run as a coroutine. */
export interface Coro {
  readonly id: number;
  /** Whether it gives way before it starts. Then it makes no difference that a native call begins at once. */
  readonly late?: boolean;
  readonly body: Body;
}

/** A coroutine to be made a task. */
export interface Spawn extends Coro {
  /** Which of the two contexts it runs in; otherwise a copy of the current one. */
  readonly context?: number;
  readonly eager?: boolean;
}

/** What a combinator is given: a thing there is, what a statement would await, a coroutine, or a task made of one. */
export type Operand = { readonly ref: Name } | { readonly make: Wait } | (Spawn & { readonly spawn: boolean });

/** What does not suspend: what callbacks can do, too. */
export type Action =
  | { readonly op: 'set'; readonly on: Name; readonly value: number }
  | { readonly op: 'fail'; readonly on: Name; readonly error: ErrorName }
  | { readonly op: 'cancel'; readonly on: Name; readonly message?: Message }
  | { readonly op: 'uncancel'; readonly on: Name }
  | { readonly op: 'onDone'; readonly on: Name; readonly key: number; readonly body: Body }
  | { readonly op: 'offDone'; readonly on: Name; readonly key: number }
  | { readonly op: 'callSoon'; readonly context?: number; readonly body: Body }
  | { readonly op: 'callLater'; readonly id: number; readonly delay: number; readonly body: Body }
  | { readonly op: 'cancelTimer'; readonly on: Name }
  | ({ readonly op: 'spawn' } & Spawn)
  | ({ readonly op: 'groupTask'; readonly on: Name } & Coro)
  | {
      readonly op: 'makeGather';
      readonly id: number;
      readonly operands: readonly Operand[];
      readonly returnExceptions: boolean;
    }
  | { readonly op: 'makeShield'; readonly id: number; readonly operands: readonly Operand[] }
  | { readonly op: 'reschedule'; readonly on: Name; readonly delay: number | null }
  | { readonly op: 'setVar'; readonly value: number }
  | { readonly op: 'getVar' | 'info' | 'stop' }
  | { readonly op: 'result' | 'exception'; readonly on: Name }
  | { readonly op: 'look' | 'eventSet' | 'eventClear' | 'release' | 'notifyAll'; readonly on: Name }
  | { readonly op: 'getNowait' | 'taskDone'; readonly on: Name }
  | { readonly op: 'count'; readonly by: number }
  | { readonly op: 'notify' | 'putNowait'; readonly on: Name; readonly value: number }
  | { readonly op: 'shutdown'; readonly on: Name; readonly immediate: boolean }
  | { readonly op: 'raise'; readonly error: ErrorName };

/** What suspends once: one `await` of an awaitable. */
export type Wait =
  | { readonly op: 'sleep'; readonly delay: number; readonly value: number }
  | { readonly op: 'await'; readonly on: Name }
  | { readonly op: 'gather'; readonly operands: readonly Operand[]; readonly returnExceptions: boolean }
  | {
      readonly op: 'wait';
      readonly operands: readonly Operand[];
      readonly timeout: number | null;
      readonly returnWhen: 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';
    }
  | { readonly op: 'waitFor'; readonly operands: readonly Operand[]; readonly timeout: number | null }
  | { readonly op: 'shield'; readonly operands: readonly Operand[] }
  | { readonly op: 'acquire' | 'eventWait' | 'condWait' | 'get' | 'join'; readonly on: Name }
  | { readonly op: 'barrierWait' | 'barrierReset' | 'barrierAbort'; readonly on: Name }
  | { readonly op: 'condWaitFor' | 'put'; readonly on: Name; readonly value: number };

/** What has a body that may suspend. */
export type Structure =
  | { readonly op: 'call'; readonly body: Body }
  | { readonly op: 'repeat'; readonly times: number; readonly body: Body }
  | {
      readonly op: 'try';
      readonly body: Body;
      readonly catches: 'CancelledError' | 'Exception' | 'BaseException';
      readonly handler: Body;
      readonly then: 'swallow' | 'raise' | 'transform' | 'uncancel';
      readonly finally?: Body;
    }
  | {
      readonly op: 'timeout';
      readonly id: number;
      readonly delay: number | null;
      readonly at?: boolean;
      readonly body: Body;
    }
  | { readonly op: 'group'; readonly id: number; readonly body: Body }
  | { readonly op: 'with'; readonly on: Name; readonly body: Body }
  | {
      readonly op: 'asCompleted';
      readonly form: 'plain' | 'async';
      readonly operands: readonly Operand[];
      readonly timeout: number | null;
      /** After how many it is left. */
      readonly take?: number;
    }
  | {
      readonly op: 'generate';
      readonly times: number;
      /** At which item the generator is closed. */
      readonly closes?: number;
      readonly body: Body;
    };

export type Return = { readonly op: 'return'; readonly value: number };

export type Statement = Action | Wait | Structure | Return;

/** The statements of a kind. */
export type Of<S extends Statement, Op extends S['op']> = S extends { readonly op: infer O }
  ? Op extends O
    ? S
    : never
  : never;

export interface Program {
  /** How the loop is run: by runForever, runUntilComplete, run, or a Runner. */
  readonly mode: 'forever' | 'until' | 'run' | 'runner';
  /** Whether the loop makes eager tasks. */
  readonly eager?: boolean;
  /** What primitives are made with, by name: the value of a semaphore, the maxsize of a queue; otherwise 1. */
  readonly sizes: Readonly<Record<Name, number>>;
  readonly tasks: readonly Coro[];
  readonly timers: readonly { readonly delay: number; readonly body: Body }[];
}
