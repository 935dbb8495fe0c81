/**
 * The grammar of random programs of greenlets: a rule for each statement, in the order of program.ts.
 *
 * A rule belongs to a family, which a program has or has not; one that nests is not used at the innermost level.
 *
 * Counterpart: ../grammar.ts.
 */

import type { Draft, Family } from './draft';
import { EVENTS, POOLS, RESULTS, SEMAPHORES } from './names';
import type { Instead, Statement, Weapon } from './program';

/** How a statement is made, and how often. */
export interface Rule {
  readonly family: Family;
  readonly nests: boolean;
  /** Make the statement; what is inside it is at most `depth` deep. */
  readonly make: (draft: Draft, depth: number) => Statement;
}

function rule(family: Family, weight: number, make: Rule['make']): Rule[] {
  return Array.from({ length: weight }, () => ({ family, nests: false, make }));
}

function nesting(family: Family, weight: number, make: Rule['make']): Rule[] {
  return Array.from({ length: weight }, () => ({ family, nests: true, make }));
}

const instead = (d: Draft): Instead => d.random.pick([null, null, null, false, 'error', 'class', 'text'] as const);
const weapon = (d: Draft): Weapon => d.random.pick(['exit', 'exit', 'exit', 'error', 'class'] as const);
const block = (d: Draft): boolean => d.random.chance(0.85);

// ----- What does not wait

const ACTIONS: readonly Rule[] = [
  ...nesting('always', 6, (d, depth) => ({ op: 'spawn', id: d.id('g'), body: d.body(depth) })),
  ...nesting('always', 3, (d, depth) => ({ op: 'spawnLater', id: d.id('g'), delay: d.delay(), body: d.body(depth) })),
  ...nesting('raw', 2, (d, depth) => ({ op: 'spawnRaw', id: d.id('raw'), body: d.body(depth) })),
  ...nesting('greenlets', 1, (d, depth) => ({ op: 'make', id: d.id('g'), body: d.body(depth) })),
  ...nesting('pools', 2, (d, depth) => ({ op: 'groupSpawn', id: d.id('g'), body: d.body(depth) })),
  ...rule('greenlets', 1, (d) => ({ op: 'start', on: d.some('g') })),
  ...rule('greenlets', 1, (d) => ({ op: 'killSoon', on: d.some('g') })),
  ...rule('raw', 2, (d) => ({ op: 'killSoon', on: d.some('raw') })),
  ...rule('greenlets', 1, (d) => ({ op: 'unlink', on: d.linkable() })),
  ...rule('always', 1, (d) => ({ op: 'look', on: d.random.chance(0.5) ? d.some('g') : d.linkable() })),
  ...rule('greenlets', 2, (d) => ({ op: d.random.pick(['link', 'linkValue', 'linkException']), on: d.some('g') })),
  ...rule('greenlets', 1, (d) => ({ op: 'rawlink', on: d.linkable() })),
  ...rule('results', 1, (d) => ({ op: 'linkResult', on: d.some('g'), to: d.random.pick(RESULTS) })),
  ...rule('events', 3, (d) => ({ op: 'set', on: d.random.pick(EVENTS) })),
  ...rule('events', 1, (d) => ({ op: 'clear', on: d.random.pick(EVENTS) })),
  ...rule('semaphores', 3, (d) => ({ op: 'release', on: d.random.pick(SEMAPHORES) })),
  ...rule('queues', 2, () => ({ op: 'taskDone', on: 'joinable0' })),
  ...rule('queues', 2, (d) => ({ op: d.random.pick(['getNowait', 'peekNowait']), on: d.queue() })),
  ...rule('queues', 2, (d) => ({ op: 'putNowait', on: d.queue(), value: d.digit() })),
  ...rule('results', 2, (d) => ({ op: 'setResult', on: d.random.pick(RESULTS), value: d.digit() })),
  ...rule('results', 1, (d) => ({ op: d.random.pick(['fail', 'resultNow']), on: d.random.pick(RESULTS) })),
  ...rule('timeouts', 2, (d) => ({
    op: 'startTimeout',
    id: d.id('timeout'),
    delay: d.limit(),
    instead: instead(d),
  })),
  ...rule('timeouts', 2, (d) => ({ op: 'cancelTimeout', on: d.some('timeout') })),
  ...rule('always', 1, () => ({ op: 'raise' })),
];

// ----- What waits once

const WAITS: readonly Rule[] = [
  ...rule('always', 6, (d) => ({ op: 'sleep', delay: d.delay() })),
  ...rule('events', 4, (d) => ({ op: 'waitFor', on: d.random.pick(EVENTS), timeout: d.limit() })),
  ...rule('results', 2, (d) => ({ op: 'waitFor', on: d.random.pick(RESULTS), timeout: d.limit() })),
  ...rule('semaphores', 1, (d) => ({ op: 'waitFor', on: d.random.pick(['sem0', 'sem1']), timeout: d.limit() })),
  ...rule('always', 2, (d) => ({ op: 'join', on: d.some('g'), timeout: d.limit() })),
  ...rule('queues', 2, (d) => ({ op: 'join', on: 'joinable0', timeout: d.limit() })),
  ...rule('pools', 1, (d) => ({ op: 'poolAvailable', on: 'pool0', timeout: d.limit() })),
  ...rule('semaphores', 4, (d) => ({
    op: 'acquire',
    on: d.random.pick(SEMAPHORES),
    block: block(d),
    timeout: d.limit(),
  })),
  ...rule('queues', 5, (d) => ({ op: 'get', on: d.queue(), block: block(d), timeout: d.limit() })),
  ...rule('results', 3, (d) => ({ op: 'get', on: d.random.pick(RESULTS), block: block(d), timeout: d.limit() })),
  ...rule('greenlets', 3, (d) => ({ op: 'get', on: d.some('g'), block: block(d), timeout: d.limit() })),
  ...rule('queues', 1, (d) => ({ op: 'peek', on: d.queue(), block: block(d), timeout: d.limit() })),
  ...rule('queues', 5, (d) => ({ op: 'put', on: d.queue(), value: d.digit(), block: block(d), timeout: d.limit() })),
  ...rule('always', 3, (d) => ({
    op: 'kill',
    on: d.some('g'),
    weapon: weapon(d),
    block: d.random.chance(0.7),
    timeout: d.limit(),
  })),
  ...rule('greenlets', 2, (d) => ({
    op: 'killall',
    those: d.several(() => d.some(d.random.chance(0.85) ? 'g' : 'raw')),
    weapon: weapon(d),
    block: d.random.chance(0.7),
    timeout: d.limit(),
  })),
  ...rule('greenlets', 2, (d) => ({
    op: 'joinall',
    those: d.several(() => d.some('g')),
    timeout: d.limit(),
    raises: d.random.chance(0.3),
    count: d.count(),
  })),
  ...rule('always', 2, (d) => ({
    op: 'waitAll',
    those: d.several(() => d.linkable()),
    timeout: d.limit(),
    count: d.count(),
  })),
  ...rule('greenlets', 1, (d) => ({ op: 'waitEnd', timeout: d.random.pick([0.25, 0.5, 1]) })),
  ...nesting('pools', 4, (d, depth) => ({ op: 'poolSpawn', id: d.id('g'), body: d.body(depth) })),
  ...rule('pools', 2, (d) => ({
    op: 'poolJoin',
    on: d.random.pick(POOLS),
    timeout: d.limit(),
    raises: d.random.chance(0.3),
  })),
  ...rule('pools', 1, (d) => ({
    op: 'kill',
    on: d.random.pick(POOLS),
    weapon: weapon(d),
    block: d.random.chance(0.7),
    timeout: d.limit(),
  })),
  ...rule('pools', 1, (d) => ({ op: 'apply', on: d.random.pick(POOLS), delay: d.delay() })),
  ...rule('pools', 1, (d) => ({ op: 'map', on: d.random.pick(POOLS), delays: d.delays() })),
  ...nesting('raw', 2, (d, depth) => ({ op: 'switchTo', id: d.id('inner'), body: d.body(depth) })),
];

// ----- What has a body

const STRUCTURES: readonly Rule[] = [
  ...nesting('always', 6, (d, depth) => ({
    op: 'try',
    body: d.body(depth),
    catches: d.random.pick(['Exception', 'BaseException', 'BaseException']),
    handler: d.random.chance(0.5) ? d.body(depth - 1) : [],
  })),
  ...nesting('timeouts', 4, (d, depth) => ({
    op: 'timeout',
    id: d.id('timeout'),
    delay: d.limit(),
    instead: instead(d),
    body: d.body(depth),
  })),
  ...nesting('timeouts', 2, (d, depth) => ({
    op: 'withTimeout',
    delay: d.limit(),
    ...(d.random.chance(0.5) ? { value: d.digit() } : {}),
    body: d.body(depth),
  })),
  ...nesting('semaphores', 3, (d, depth) => ({ op: 'with', on: d.random.pick(SEMAPHORES), body: d.body(depth) })),
  ...nesting('always', 2, (d, depth) => ({
    op: 'iwait',
    those: d.several(() => d.linkable()),
    timeout: d.limit(),
    count: d.count(),
    body: d.body(depth - 1),
  })),
  ...nesting('pools', 3, (d, depth) => ({
    op: d.random.pick(['imap', 'imapUnordered']),
    on: d.random.pick(POOLS),
    delays: d.delays(),
    maxsize: d.random.pick([null, null, 1, 2]),
    body: d.body(depth - 2),
  })),
];

export const RULES: readonly (readonly Rule[])[] = [ACTIONS, WAITS, STRUCTURES];
