/**
 * The format of a trace, as a table: of each type of event, the fields, and what each must be.
 *
 * It says of the events what can be checked at run time; that it has just the types and
 * the fields that trace-event.ts declares, and leaves out no optional one, the compiler sees to.
 * docs/reference/trace-format.md describes the same, for those who read traces elsewhere.
 *
 * Counterpart: none.
 */

import type { EventBase } from './event/event-base';
import type { EventOf, EventType } from './event-type';

/** What a field must be. */
export interface Field<Optional extends boolean = boolean> {
  readonly isOptional: Optional;
  /** In words: `a number`. */
  readonly what: string;
  readonly allows: (value: unknown) => boolean;
}

type FieldsOf<E> = { readonly [F in keyof E]-?: Field<undefined extends E[F] ? true : false> };

type Kind = Omit<Field, 'isOptional'>;

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isListOf =
  (isItem: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isItem);

const TEXT: Kind = { what: 'a text', allows: isString };
const TEXTS: Kind = { what: 'a list of texts', allows: isListOf(isString) };
const SECONDS: Kind = { what: 'a number of seconds', allows: isNumber };
const DEADLINE: Kind = { what: 'a number of seconds, or null', allows: (value) => value === null || isNumber(value) };
const COUNT: Kind = { what: 'a whole number', allows: isCount };
const COUNTS: Kind = { what: 'a list of whole numbers', allows: isListOf(isCount) };
const YES: Kind = { what: 'true', allows: (value) => value === true };
const PLACE: Kind = { what: 'a place', allows: isPlace };
const PLACES: Kind = { what: 'a list of places', allows: isListOf(isPlace) };

function oneOf(...words: readonly string[]): Kind {
  return { what: words.map((word) => `\`${word}\``).join(', '), allows: (value) => words.includes(value as string) };
}

function needed(kind: Kind): Field<false> {
  return { ...kind, isOptional: false };
}

function optional(kind: Kind): Field<true> {
  return { ...kind, isOptional: true };
}

/** What every event has, beside its type. */
export const BASE_FIELDS: FieldsOf<EventBase> = {
  n: needed(COUNT),
  time: needed(SECONDS),
  cause: needed(COUNT),
  loop: optional(COUNT),
};

/** What the events of each type have beside that. */
export const EVENT_FIELDS: { readonly [T in EventType]: FieldsOf<Omit<EventOf<T>, keyof EventBase | 'type'>> } = {
  iteration: { count: needed(COUNT) },
  advance: { from: needed(SECONDS) },
  schedule: { handle: needed(COUNT), label: needed(TEXT), task: optional(COUNT), when: optional(DEADLINE) },
  due: { handle: needed(COUNT) },
  cancelHandle: { handle: needed(COUNT) },
  run: { handle: needed(COUNT) },
  task: {
    task: needed(COUNT),
    name: needed(TEXT),
    coroutine: needed(TEXT),
    kind: optional(oneOf('greenlet', 'gevent')),
    parent: optional(COUNT),
    place: optional(PLACE),
  },
  rename: { task: needed(COUNT), name: needed(TEXT) },
  resume: { task: needed(COUNT), error: optional(TEXT), cancelled: optional(YES) },
  suspend: {
    task: needed(COUNT),
    future: optional(COUNT),
    label: optional(TEXT),
    primitive: optional(COUNT),
    chain: optional(PLACES),
  },
  wake: { task: needed(COUNT), future: needed(COUNT) },
  cancel: { task: needed(COUNT), message: optional(TEXT), place: optional(PLACE) },
  done: { future: needed(COUNT), outcome: needed(oneOf('result', 'exception', 'cancelled')), text: optional(TEXT) },
  switch: {
    from: optional(COUNT),
    to: optional(COUNT),
    text: optional(TEXT),
    error: optional(TEXT),
    step: optional(YES),
  },
  wait: { primitive: needed(COUNT), future: needed(COUNT), task: optional(COUNT) },
  acquire: { primitive: needed(COUNT), task: optional(COUNT) },
  release: { primitive: needed(COUNT), task: optional(COUNT) },
  primitive: {
    primitive: needed(COUNT),
    kind: needed(TEXT),
    text: needed(TEXT),
    owners: optional(COUNTS),
    items: optional(TEXTS),
    size: optional(COUNT),
  },
  packet: {
    packet: needed(COUNT),
    what: needed(oneOf('sent', 'arrived', 'lost')),
    kind: needed(TEXT),
    from: needed(TEXT),
    to: needed(TEXT),
    size: needed(COUNT),
    text: optional(TEXT),
  },
  output: { stream: needed(oneOf('out', 'err')), text: needed(TEXT), place: optional(PLACE) },
  deadlock: { tasks: needed(COUNTS), text: needed(TEXT) },
  leftover: { text: needed(TEXT), future: optional(COUNT), place: optional(PLACE) },
  close: {},
  end: { outcome: needed(oneOf('end', 'error', 'exit', 'limit')), text: optional(TEXT) },
};

/** What a place has. */
export const PLACE_FIELDS = {
  name: needed(TEXT),
  file: needed(TEXT),
  line: needed(COUNT),
  column: needed(COUNT),
  variables: optional({ what: 'a list of variables', allows: isListOf((value) => hasJust(value, VARIABLE_FIELDS)) }),
};

/** What a variable has. */
export const VARIABLE_FIELDS = { name: needed(TEXT), value: needed(TEXT) };

function isPlace(value: unknown): boolean {
  return hasJust(value, PLACE_FIELDS);
}

function hasJust(value: unknown, fields: Fields): boolean {
  return isRecord(value) && problemWith(value, fields) === undefined;
}

type Fields = Readonly<Record<string, Field>>;

const ALL_FIELDS = new Map<unknown, Fields>(
  Object.entries(EVENT_FIELDS).map(([type, fields]) => [type, { type: needed(TEXT), ...BASE_FIELDS, ...fields }]),
);

/** Tell what is wrong with `event`, to be put after a colon; undefined where nothing is. */
export function problemOf(event: unknown): string | undefined {
  if (!isRecord(event)) return 'it is no event';
  const fields = ALL_FIELDS.get(event.type);
  if (fields === undefined) return `there are no events of type ${shown(event.type)}`;
  return problemWith(event, fields);
}

function problemWith(record: Record<string, unknown>, fields: Fields): string | undefined {
  for (const name in record)
    if (!Object.hasOwn(fields, name)) return `there is no field '${name}' in ${nameOf(record)}`;
  for (const [name, { isOptional, what, allows }] of Object.entries(fields)) {
    const value = record[name];
    if (value === undefined && isOptional) continue;
    if (value === undefined) return `${nameOf(record)} has a field '${name}', which is missing here`;
    if (!allows(value)) return `the field '${name}' of ${nameOf(record)} is ${what}, not ${shown(value)}`;
  }
  return undefined;
}

function nameOf({ type }: Record<string, unknown>): string {
  return `an event of type ${shown(type)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
