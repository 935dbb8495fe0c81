/**
 * shrink: a smaller program that still shows what a larger one showed.
 *
 * In each round every program is made that is one step away: a statement, a task or a timer
 * less; what is inside a statement in its place; a simpler number. The smallest that still
 * shows it is the next, until none does: so the large steps come first by themselves.
 *
 * The steps know nothing of statements. A list loses items, an object what it can do
 * without, a number its value; what makes no sense any more does nothing when it is run.
 *
 * Counterpart: delta debugging; the shrinkers of QuickCheck and Hypothesis.
 */

import { SIZES } from './names';

/** Tell of each program whether it still shows what is looked for. */
export type Shows<P> = (programs: readonly P[]) => readonly boolean[];

/** Make `program`, which shows it, as small as single steps do. */
export function shrink<P>(program: P, shows: Shows<P>): P {
  let smallest = program;
  for (let next: P | undefined = program; next !== undefined; next = firstThat(shows, smallerThan(next))) {
    smallest = next;
  }
  return smallest;
}

/** How many programs are tried at once: of so many one mostly shows it. */
const TRIED = 40;

function firstThat<P>(shows: Shows<P>, programs: readonly P[]): P | undefined {
  for (let start = 0; start < programs.length; start += TRIED) {
    const tried = programs.slice(start, start + TRIED);
    const found = shows(tried).indexOf(true);
    if (found !== -1) return tried[found];
  }
  return undefined;
}

/** How much there is to read; of two that are as long, the one with fewer digits above 1 is smaller. `forever` counts for nothing. */
function sizeOf(program: unknown): number {
  const text = JSON.stringify(program).replace('"mode":"forever"', '');
  return text.length + text.replace(/[^2-9]/g, '').length / text.length;
}

/** Give all programs that are one step away, and smaller: the smallest first. */
function smallerThan<P>(program: P): P[] {
  const texts = new Set([...steps(program)].map((value) => JSON.stringify(value)));
  const size = sizeOf(program);
  const sized = [...texts].map((text) => JSON.parse(text)).map((each: P) => ({ each, size: sizeOf(each) }));
  return sized
    .filter((smaller) => smaller.size < size)
    .sort((a, b) => a.size - b.size)
    .map(({ each }) => each);
}

type Value = unknown;

/** Give what `value` becomes by one step, anywhere in it. */
function* steps(value: Value): Generator<Value> {
  if (Array.isArray(value)) yield* stepsInList(value);
  else if (typeof value === 'object' && value !== null) yield* stepsInObject(value as Record<string, Value>);
  else yield* simpler(value);
}

function* stepsInList(list: readonly Value[]): Generator<Value> {
  for (const [i, item] of list.entries()) {
    const [before, after] = [list.slice(0, i), list.slice(i + 1)];
    yield [...before, ...after];
    for (const inside of bodiesOf(item)) yield [...before, ...inside, ...after];
    for (const step of steps(item)) yield [...before, step, ...after];
  }
}

/** What is inside a statement, each of which may take its place; nothing else that stands in a list has that. */
function bodiesOf(item: Value): Value[][] {
  if (!isStatement(item)) return [];
  const operands = ((item as { operands?: object[] }).operands ?? []).flatMap(Object.values);
  return [...Object.values(item), ...operands].flatMap((part): Value[][] => {
    if (isStatement(part)) return [[part]];
    return Array.isArray(part) && part.every(isStatement) ? [part] : [];
  });
}

function isStatement(item: Value): item is object {
  return typeof item === 'object' && item !== null && 'op' in item;
}

function* stepsInObject(object: Record<string, Value>): Generator<Value> {
  for (const [key, value] of Object.entries(object)) {
    if (DISPENSABLE.has(key)) yield Object.fromEntries(Object.entries(object).filter(([other]) => other !== key));
    if (!KEPT.has(key)) for (const step of steps(value)) yield { ...object, [key]: step };
  }
}

/** What a statement may have, or not, and the sizes of primitives, which are 1 where they are not said. */
const DISPENSABLE = new Set(['message', 'context', 'eager', 'late', 'at', 'finally', ...Object.keys(SIZES)]);

/** What is no number to be made simpler. */
const KEPT = new Set(['id', 'key', 'context', 'on', 'ref']);

function* simpler(value: Value): Generator<Value> {
  if (typeof value === 'number') for (const number of [0, 1, 2]) if (number !== value) yield number;
  if (value === true) yield false;
  if (typeof value === 'string' && value in SIMPLER) yield SIMPLER[value];
}

/** In place of what: what is read more easily. */
const SIMPLER: Readonly<Record<string, string>> = {
  until: 'forever',
  runner: 'forever',
  run: 'forever',
};
