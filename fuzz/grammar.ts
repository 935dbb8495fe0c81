/**
 * The grammar of random programs: a rule for each statement.
 *
 * A rule belongs to a family, which a program has or has not; one that `nests` is not used
 * at the innermost level.
 *
 * Counterpart: none.
 */

import type { Generator } from './generate';
import type { Action, ErrorName, Message, Name, Of, Statement } from './program';

export type Family =
  | 'always'
  | 'futures'
  | 'combinators'
  | 'timeouts'
  | 'groups'
  | 'locks'
  | 'conditions'
  | 'events'
  | 'queues'
  | 'barriers'
  | 'contexts'
  | 'callbacks'
  | 'errors';

export interface Rule {
  readonly family: Family;
  /** How often it is used, compared with others. */
  readonly weight: number;
  readonly nests: boolean;
  /** Where only it may be used: where the loop may be stopped, is run by runForever, or makes no eager tasks. */
  readonly when?: 'stoppable' | 'forever' | 'lazy' | undefined;
  /** Make the statement; what is inside it is at most `depth` deep. */
  readonly make: (g: Generator, depth: number) => Statement;
}

function rule(family: Family, weight: number, make: Rule['make'], when?: Rule['when']): Rule {
  return { family, weight, nests: false, make, when };
}

function nesting(family: Family, weight: number, make: Rule['make'], when?: Rule['when']): Rule {
  return { family, weight, nests: true, make, when };
}

/** Let each rule stand in its list as often as it weighs. */
function byWeight(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => Array.from({ length: rule.weight }, () => rule));
}

// ----- Names and values

const LOCKS = ['lock0', 'lock1', 'sem0', 'bounded0'];
const CONDITIONS = ['cond0', 'cond0', 'cond1'];
const EVENTS = ['event0', 'event1'];
const QUEUES = ['queue0', 'queue0', 'lifo0', 'prio0'];
const BARRIERS = ['barrier0', 'barrier1'];
const ERRORS: readonly ErrorName[] = ['ValueError', 'Oops', 'RuntimeError', 'TimeoutError', 'CancelledError'];

const error = (g: Generator): ErrorName => g.random.pick(ERRORS);

/** Cancel with a message, or without. */
function cancel(g: Generator, on: Name): Statement {
  const messages: readonly Message[] = ['m', 'n', 7, 0, '', null];
  return g.random.chance(0.5) ? { op: 'cancel', on } : { op: 'cancel', on, message: g.random.pick(messages) };
}

/** Name something that can be looked at. */
function anything(g: Generator): Name {
  return g.random.pick([
    g.awaitable(),
    g.some('timeout'),
    g.some('group'),
    g.some('timer'),
    ...[LOCKS, CONDITIONS, EVENTS, QUEUES, BARRIERS].map((names) => g.one(names)),
  ]);
}

function conditionWait(g: Generator, on: Name): Statement {
  return g.random.chance(0.5) ? { op: 'condWait', on } : { op: 'condWaitFor', on, value: g.random.integer(0, 3) };
}

// ----- What does not suspend

export const ACTIONS: readonly Rule[] = byWeight([
  rule('always', 3, (g) => cancel(g, g.some('t'))),
  rule('always', 1, (g) => cancel(g, g.awaitable())),
  nesting('always', 1, (g, depth) => ({ op: 'spawn', ...g.coro(depth), ...g.spawning() })),
  rule('always', 1, () => ({ op: 'info' })),
  rule('always', 1, (g) => ({ op: 'uncancel', on: g.some('t') })),
  rule('always', 1, (g) => ({ op: 'look', on: anything(g) })),
  rule('futures', 1, (g) => ({ op: g.random.pick(['result', 'exception']), on: g.awaitable() })),

  rule('futures', 2, (g) => ({ op: 'set', on: g.future(), value: g.digit() })),
  rule('futures', 1, (g) => ({ op: 'fail', on: g.future(), error: error(g) })),
  rule('futures', 1, (g) => cancel(g, g.future())),

  rule('combinators', 2, (g, depth) => ({
    op: 'makeGather',
    id: g.id('g'),
    operands: g.operands(depth, 0, 3),
    returnExceptions: g.random.chance(0.5),
  })),
  rule('combinators', 2, (g, depth) => ({ op: 'makeShield', id: g.id('g'), operands: g.operands(depth, 1, 1) })),

  rule('callbacks', 2, (g, depth) => ({
    op: 'onDone',
    on: g.awaitable(),
    key: g.random.integer(0, 2),
    body: g.actions(depth),
  })),
  rule('callbacks', 1, (g) => ({ op: 'offDone', on: g.awaitable(), key: g.random.integer(0, 2) })),
  rule('callbacks', 2, (g, depth) => ({ op: 'callSoon', body: g.actions(depth) })),
  rule('callbacks', 2, (g, depth) => ({
    op: 'callLater',
    id: g.id('timer'),
    delay: g.delay(),
    body: g.actions(depth),
  })),
  rule('callbacks', 1, (g) => ({ op: 'cancelTimer', on: g.some('timer') })),
  rule('callbacks', 1, () => ({ op: 'stop' }), 'stoppable'),

  rule('contexts', 2, (g, depth) => ({ op: 'callSoon', context: g.random.integer(0, 1), body: g.actions(depth) })),
  rule('contexts', 1, (g) => ({ op: 'setVar', value: g.digit() })),
  rule('contexts', 1, () => ({ op: 'getVar' })),

  rule('timeouts', 2, (g) => ({ op: 'reschedule', on: g.some('timeout'), delay: g.timeout() })),

  nesting('groups', 3, (g, depth) => ({ op: 'groupTask', on: g.some('group'), ...g.coro(depth) }), 'lazy'),

  rule('locks', 1, (g) => ({ op: 'release', on: g.one(LOCKS) })),
  rule('conditions', 1, (g) => ({ op: 'notify', on: g.one(CONDITIONS), value: g.random.integer(1, 2) })),
  rule('conditions', 1, (g) => ({ op: 'notifyAll', on: g.one(CONDITIONS) })),
  rule('conditions', 1, () => ({ op: 'count', by: 1 })),
  rule('events', 2, (g) => ({ op: 'eventSet', on: g.one(EVENTS) })),
  rule('events', 1, (g) => ({ op: 'eventClear', on: g.one(EVENTS) })),
  rule('queues', 2, (g) => ({ op: 'putNowait', on: g.one(QUEUES), value: g.digit() })),
  rule('queues', 1, (g) => ({ op: 'getNowait', on: g.one(QUEUES) })),
  rule('queues', 1, (g) => ({ op: 'taskDone', on: g.one(QUEUES) })),
  rule('queues', 1, (g) => ({ op: 'shutdown', on: g.one(QUEUES), immediate: g.random.chance(0.3) })),

  rule('errors', 1, (g) => ({ op: 'raise', error: error(g) })),
  rule('errors', 1, (g) => ({ op: 'raise', error: g.random.pick(['SystemExit', 'KeyboardInterrupt']) }), 'forever'),
]);

// ----- What suspends once

export const WAITS: readonly Rule[] = byWeight([
  rule('always', 4, (g) => ({ op: 'sleep', delay: g.delay(), value: g.digit() })),
  rule('always', 2, (g) => ({ op: 'await', on: g.some('t') })),
  rule('futures', 2, (g) => ({ op: 'await', on: g.awaitable() })),
  rule('combinators', 3, (g, depth) => ({
    op: 'gather',
    operands: g.operands(depth, 0, 4),
    returnExceptions: g.random.chance(0.4),
  })),
  rule('combinators', 3, (g, depth) => ({
    op: 'wait',
    operands: g.operands(depth, 1, 4),
    timeout: g.timeout(),
    returnWhen: g.random.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']),
  })),
  rule('combinators', 3, (g, depth) => ({ op: 'shield', operands: g.operands(depth, 1, 1) })),
  rule('timeouts', 4, (g, depth) => ({ op: 'waitFor', operands: g.operands(depth, 1, 1), timeout: g.timeout() })),
  rule('locks', 2, (g) => ({ op: 'acquire', on: g.one(LOCKS) })),
  rule('conditions', 1, (g) => ({ op: 'acquire', on: g.one(CONDITIONS) })),
  rule('conditions', 1, (g) => conditionWait(g, g.one(CONDITIONS))),
  rule('events', 2, (g) => ({ op: 'eventWait', on: g.one(EVENTS) })),
  rule('queues', 2, (g) => ({ op: 'put', on: g.one(QUEUES), value: g.digit() })),
  rule('queues', 2, (g) => ({ op: 'get', on: g.one(QUEUES) })),
  rule('queues', 1, (g) => ({ op: 'join', on: g.one(QUEUES) })),
  rule('barriers', 6, (g) => ({ op: 'barrierWait', on: g.one(BARRIERS) })),
  rule('barriers', 1, (g) => ({ op: 'barrierReset', on: g.one(BARRIERS) })),
  rule('barriers', 1, (g) => ({ op: 'barrierAbort', on: g.one(BARRIERS) })),
]);

// ----- What has a body

function holding(g: Generator, depth: number, names: readonly Name[]): Statement {
  return { op: 'with', on: g.one(names), body: g.body(depth) };
}

/** A condition is waited for, or its waiters notified, with its lock held. */
function holdingCondition(g: Generator, depth: number): Statement {
  const on = g.one(CONDITIONS);
  const count: Statement = { op: 'count', by: 1 };
  const notify: Statement = { op: 'notify', on, value: g.random.integer(1, 3) };
  const first = g.random.chance(0.5) ? [conditionWait(g, on)] : [count, notify];
  return { op: 'with', on, body: [...first, ...(g.random.chance(0.5) ? g.body(depth) : [])] };
}

export const STRUCTURES: readonly Rule[] = byWeight([
  rule('always', 1, (g, depth) => ({ op: 'call', body: g.body(depth) })),
  rule('always', 1, (g, depth) => ({ op: 'repeat', times: g.random.integer(2, 3), body: g.body(depth) })),
  rule('always', 7, (g, depth) => ({
    op: 'try',
    body: g.body(depth),
    catches: g.random.pick(['CancelledError', 'CancelledError', 'Exception', 'BaseException']),
    handler: g.random.chance(0.5) ? g.body(depth - 1) : [],
    then: g.random.pick(['swallow', 'swallow', 'raise', 'transform', 'uncancel']),
    ...(g.random.chance(0.4) ? { finally: g.body(depth - 1) } : {}),
  })),
  rule('always', 1, (g) => ({ op: 'return', value: g.digit() })),
  rule('errors', 1, (g, depth) => ({
    op: 'generate',
    times: g.random.integer(1, 3),
    ...closing(g),
    body: g.body(depth),
  })),
  rule('combinators', 2, (g, depth) => ({
    op: 'asCompleted',
    form: g.random.pick(['plain', 'async']),
    ...(g.random.chance(0.2) ? { take: g.random.integer(1, 2) } : {}),
    operands: g.operands(depth, 1, 4),
    timeout: g.timeout(),
  })),
  rule('timeouts', 4, timeout),
  rule('groups', 4, group, 'lazy'),
  rule('locks', 3, (g, depth) => holding(g, depth, LOCKS)),
  rule('conditions', 4, holdingCondition),
  rule('barriers', 1, (g, depth) => holding(g, depth, BARRIERS)),
]);

/** A deadline is often moved from inside. */
function timeout(g: Generator, depth: number): Statement {
  const id = g.id('timeout');
  const moved: Statement[] = g.random.chance(0.3) ? [{ op: 'reschedule', on: `timeout${id}`, delay: g.timeout() }] : [];
  const body = [...(g.random.chance(0.5) ? g.body(0) : []), ...moved, ...g.body(depth)];
  return { op: 'timeout', id, delay: g.timeout(), ...(g.random.chance(0.3) ? { at: true } : {}), body };
}

/** A group always begins with a task of its own. */
function group(g: Generator, depth: number): Statement {
  const id = g.id('group');
  const first = { op: 'groupTask', on: `group${id}`, ...g.coro(depth) } as const;
  if (g.random.chance(0.3)) return { op: 'group', id, body: [failing(first, g), ...g.body(depth)] };
  return { op: 'group', id, body: [first, ...g.body(depth)] };
}

/** A generator is gone through to its end, or closed before. */
function closing(g: Generator): { closes?: number } {
  return g.random.chance(0.4) ? { closes: g.random.integer(0, 1) } : {};
}

/** A task that will fail, unless it is cancelled before. */
function failing(st: Of<Action, 'groupTask'>, g: Generator): Statement {
  return { ...st, body: [...st.body, { op: 'raise', error: error(g) }] };
}
