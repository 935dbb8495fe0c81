/**
 * The help: what the keys do, and what the marks mean.
 *
 * It fits into a window of 80x24 as a whole; in a smaller one it is moved along, as a panel is.
 */

import { cell, line } from './line';
import { type Content, listOf, type Row } from './panel';

export function helpSheet(): Content {
  const keys: Row[] = KEYS.map(([key, says]) => ({ line: line(cell(key, 10, 'key'), says) }));
  const marks: Row[] = MARKS.map(([mark, says]) => ({ mark, line: line(says) }));
  return listOf('help', [...keys, { line: [] }, ...marks]);
}

const KEYS = [
  ['→ ←', 'a step on, a step back; also l and h'],
  ['↓ ↑', 'on to the end of the iteration, back to the end of the one before'],
  ['Home End', 'before the first step, after the last'],
  ['Space', 'play, and pause'],
  ['g', 'go to a step, as 12, or to a time, as 3.5s'],
  ['/', 'find a task, a lock, what ran, a word of the output'],
  ['n N', 'find the next, the one before'],
  ['w', 'why did this happen? This: the chosen row, or else what ran'],
  ['Tab', 'the next panel; Shift-Tab, the one before'],
  ['j k', 'choose a row in the panel with the heavy line; PgDn and PgUp, ten on'],
  ['t', 'to the tasks: the one that is chosen stays in sight, with its code'],
  ['Enter', 'the panel alone, with its lines whole, and back; a cause: go there'],
  ['Esc', 'go back; choose no row, and follow what runs'],
  ['? q', 'this page; leave, as Ctrl-C does (Ctrl-Z stops, fg goes on)'],
] as const;

const MARKS = [
  ['▶', 'what runs in this step, and the line where it waits then'],
  ['▷', 'the line where it waited before'],
  ['+', 'new in this step'],
  ['•', 'changed by this step'],
  ['!', 'wrong, or written to the stream of errors'],
] as const;
