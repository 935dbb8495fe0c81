/**
 * The grammar of random programs: a rule for each statement.
 *
 * In three lists, as in program.ts: what does not suspend, what suspends once, and what has
 * a body, with what ends one.
 *
 * Counterpart: none.
 */

import type { Draft } from './draft';
import { BARRIERS, CONDITIONS, EVENTS, LOCKS, QUEUES } from './names';
import type { Action, ErrorName, Message, Name, Of, Statement } from './program';
import { byWeight, nesting, type Rule, rule } from './rule';

// ----- What several rules use

const ERRORS: readonly ErrorName[] = ['ValueError', 'Oops', 'RuntimeError', 'TimeoutError', 'CancelledError'];

const error = (d: Draft): ErrorName => d.random.pick(ERRORS);

/** Cancel with a message, or without. */
function cancel(d: Draft, on: Name): Statement {
  const messages: readonly Message[] = ['m', 'n', 7, 0, '', null];
  return d.random.chance(0.5) ? { op: 'cancel', on } : { op: 'cancel', on, message: d.random.pick(messages) };
}

/** Name something that can be looked at. */
function anything(d: Draft): Name {
  return d.random.pick([
    d.awaitable(),
    d.some('timeout'),
    d.some('group'),
    d.some('timer'),
    ...[LOCKS, CONDITIONS, EVENTS, QUEUES, BARRIERS].map((names) => d.one(names)),
  ]);
}

function conditionWait(d: Draft, on: Name): Statement {
  return d.random.chance(0.5) ? { op: 'condWait', on } : { op: 'condWaitFor', on, value: d.random.integer(0, 3) };
}

// ----- What does not suspend

export const ACTIONS: readonly Rule[] = byWeight([
  rule('always', 3, (d) => cancel(d, d.some('t'))),
  rule('always', 1, (d) => cancel(d, d.awaitable())),
  nesting('always', 1, (d, depth) => ({ op: 'spawn', ...d.coro(depth), ...d.spawning() })),
  rule('always', 1, () => ({ op: 'info' })),
  rule('always', 1, (d) => ({ op: 'uncancel', on: d.some('t') })),
  rule('always', 1, (d) => ({ op: 'look', on: anything(d) })),
  rule('futures', 1, (d) => ({ op: d.random.pick(['result', 'exception']), on: d.awaitable() })),

  rule('futures', 2, (d) => ({ op: 'set', on: d.future(), value: d.digit() })),
  rule('futures', 1, (d) => ({ op: 'fail', on: d.future(), error: error(d) })),
  rule('futures', 1, (d) => cancel(d, d.future())),

  rule('combinators', 2, (d, depth) => ({
    op: 'makeGather',
    id: d.id('g'),
    operands: d.operands(depth, 0, 3),
    returnExceptions: d.random.chance(0.5),
  })),
  rule('combinators', 2, (d, depth) => ({ op: 'makeShield', id: d.id('g'), operands: d.operands(depth, 1, 1) })),

  rule('callbacks', 2, (d, depth) => ({
    op: 'onDone',
    on: d.awaitable(),
    key: d.random.integer(0, 2),
    body: d.actions(depth),
  })),
  rule('callbacks', 1, (d) => ({ op: 'offDone', on: d.awaitable(), key: d.random.integer(0, 2) })),
  rule('callbacks', 2, (d, depth) => ({ op: 'callSoon', body: d.actions(depth) })),
  rule('callbacks', 2, (d, depth) => ({
    op: 'callLater',
    id: d.id('timer'),
    delay: d.delay(),
    body: d.actions(depth),
  })),
  rule('callbacks', 1, (d) => ({ op: 'cancelTimer', on: d.some('timer') })),
  rule('callbacks', 1, () => ({ op: 'stop' }), 'stoppable'),

  rule('contexts', 2, (d, depth) => ({ op: 'callSoon', context: d.random.integer(0, 1), body: d.actions(depth) })),
  rule('contexts', 1, (d) => ({ op: 'setVar', value: d.digit() })),
  rule('contexts', 1, () => ({ op: 'getVar' })),

  rule('timeouts', 2, (d) => ({ op: 'reschedule', on: d.some('timeout'), delay: d.timeout() })),

  nesting('groups', 3, (d, depth) => ({ op: 'groupTask', on: d.some('group'), ...d.coro(depth) }), 'lazy'),

  rule('locks', 1, (d) => ({ op: 'release', on: d.one(LOCKS) })),
  rule('conditions', 1, (d) => ({ op: 'notify', on: d.one(CONDITIONS), value: d.random.integer(1, 2) })),
  rule('conditions', 1, (d) => ({ op: 'notifyAll', on: d.one(CONDITIONS) })),
  rule('conditions', 1, () => ({ op: 'count', by: 1 })),
  rule('events', 2, (d) => ({ op: 'eventSet', on: d.one(EVENTS) })),
  rule('events', 1, (d) => ({ op: 'eventClear', on: d.one(EVENTS) })),
  rule('queues', 2, (d) => ({ op: 'putNowait', on: d.one(QUEUES), value: d.digit() })),
  rule('queues', 1, (d) => ({ op: 'getNowait', on: d.one(QUEUES) })),
  rule('queues', 1, (d) => ({ op: 'taskDone', on: d.one(QUEUES) })),
  rule('queues', 1, (d) => ({ op: 'shutdown', on: d.one(QUEUES), immediate: d.random.chance(0.3) })),

  rule('errors', 1, (d) => ({ op: 'raise', error: error(d) })),
  rule('errors', 1, (d) => ({ op: 'raise', error: d.random.pick(['SystemExit', 'KeyboardInterrupt']) }), 'forever'),
]);

// ----- What suspends once

export const WAITS: readonly Rule[] = byWeight([
  rule('always', 4, (d) => ({ op: 'sleep', delay: d.delay(), value: d.digit() })),
  rule('always', 2, (d) => ({ op: 'await', on: d.some('t') })),
  rule('futures', 2, (d) => ({ op: 'await', on: d.awaitable() })),
  rule('combinators', 3, (d, depth) => ({
    op: 'gather',
    operands: d.operands(depth, 0, 4),
    returnExceptions: d.random.chance(0.4),
  })),
  rule('combinators', 3, (d, depth) => ({
    op: 'wait',
    operands: d.operands(depth, 1, 4),
    timeout: d.timeout(),
    returnWhen: d.random.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']),
  })),
  rule('combinators', 3, (d, depth) => ({ op: 'shield', operands: d.operands(depth, 1, 1) })),
  rule('timeouts', 4, (d, depth) => ({ op: 'waitFor', operands: d.operands(depth, 1, 1), timeout: d.timeout() })),
  rule('locks', 2, (d) => ({ op: 'acquire', on: d.one(LOCKS) })),
  rule('conditions', 1, (d) => ({ op: 'acquire', on: d.one(CONDITIONS) })),
  rule('conditions', 1, (d) => conditionWait(d, d.one(CONDITIONS))),
  rule('events', 2, (d) => ({ op: 'eventWait', on: d.one(EVENTS) })),
  rule('queues', 2, (d) => ({ op: 'put', on: d.one(QUEUES), value: d.digit() })),
  rule('queues', 2, (d) => ({ op: 'get', on: d.one(QUEUES) })),
  rule('queues', 1, (d) => ({ op: 'join', on: d.one(QUEUES) })),
  rule('barriers', 6, (d) => ({ op: 'barrierWait', on: d.one(BARRIERS) })),
  rule('barriers', 1, (d) => ({ op: 'barrierReset', on: d.one(BARRIERS) })),
  rule('barriers', 1, (d) => ({ op: 'barrierAbort', on: d.one(BARRIERS) })),
]);

// ----- What has a body

function holding(d: Draft, depth: number, names: readonly Name[]): Statement {
  return { op: 'with', on: d.one(names), body: d.body(depth) };
}

/** A condition is waited for, or its waiters notified, with its lock held. */
function holdingCondition(d: Draft, depth: number): Statement {
  const on = d.one(CONDITIONS);
  const count: Statement = { op: 'count', by: 1 };
  const notify: Statement = { op: 'notify', on, value: d.random.integer(1, 3) };
  const first = d.random.chance(0.5) ? [conditionWait(d, on)] : [count, notify];
  return { op: 'with', on, body: [...first, ...(d.random.chance(0.5) ? d.body(depth) : [])] };
}

export const STRUCTURES: readonly Rule[] = byWeight([
  rule('always', 1, (d, depth) => ({ op: 'call', body: d.body(depth) })),
  rule('always', 1, (d, depth) => ({ op: 'repeat', times: d.random.integer(2, 3), body: d.body(depth) })),
  rule('always', 7, (d, depth) => ({
    op: 'try',
    body: d.body(depth),
    catches: d.random.pick(['CancelledError', 'CancelledError', 'Exception', 'BaseException']),
    handler: d.random.chance(0.5) ? d.body(depth - 1) : [],
    then: d.random.pick(['swallow', 'swallow', 'raise', 'transform', 'uncancel']),
    ...(d.random.chance(0.4) ? { finally: d.body(depth - 1) } : {}),
  })),
  rule('always', 1, (d) => ({ op: 'return', value: d.digit() })),
  rule('errors', 1, (d, depth) => ({
    op: 'generate',
    times: d.random.integer(1, 3),
    ...closing(d),
    body: d.body(depth),
  })),
  rule('combinators', 2, (d, depth) => ({
    op: 'asCompleted',
    form: d.random.pick(['plain', 'async']),
    ...(d.random.chance(0.2) ? { take: d.random.integer(1, 2) } : {}),
    operands: d.operands(depth, 1, 4),
    timeout: d.timeout(),
  })),
  rule('timeouts', 4, timeout),
  rule('groups', 4, group, 'lazy'),
  rule('locks', 3, (d, depth) => holding(d, depth, LOCKS)),
  rule('conditions', 4, holdingCondition),
  rule('barriers', 1, (d, depth) => holding(d, depth, BARRIERS)),
]);

/** A deadline is often moved from inside. */
function timeout(d: Draft, depth: number): Statement {
  const id = d.id('timeout');
  const moved: Statement[] = d.random.chance(0.3) ? [{ op: 'reschedule', on: `timeout${id}`, delay: d.timeout() }] : [];
  const body = [...(d.random.chance(0.5) ? d.body(0) : []), ...moved, ...d.body(depth)];
  return { op: 'timeout', id, delay: d.timeout(), ...(d.random.chance(0.3) ? { at: true } : {}), body };
}

/** A group always begins with a task of its own. */
function group(d: Draft, depth: number): Statement {
  const id = d.id('group');
  const first = { op: 'groupTask', on: `group${id}`, ...d.coro(depth) } as const;
  if (d.random.chance(0.3)) return { op: 'group', id, body: [failing(first, d), ...d.body(depth)] };
  return { op: 'group', id, body: [first, ...d.body(depth)] };
}

/** A generator is gone through to its end, or closed before. */
function closing(d: Draft): { closes?: number } {
  return d.random.chance(0.4) ? { closes: d.random.integer(0, 1) } : {};
}

/** A task that will fail, unless it is cancelled before. */
function failing(st: Of<Action, 'groupTask'>, d: Draft): Statement {
  return { ...st, body: [...st.body, { op: 'raise', error: error(d) }] };
}
