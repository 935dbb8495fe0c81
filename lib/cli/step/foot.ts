/**
 * The foot of the screen: what is being typed, or a message, or else the keys.
 *
 * A message stays until the next key. Of the keys as many are named as there is room for, the
 * most needed first: the others are found by the help.
 */

import { columnsOf, fitLine, type Line, line, type Piece, piece } from './line';
import { endOfText } from './text-width';
import type { Timeline } from './timeline';
import type { Prompt, View } from './view';
import { visible } from './visible-text';

export function footLine({ lastStep }: Timeline, { prompt, message, size, isPlaying }: View): Line {
  if (prompt !== undefined) return fitLine(promptLine(prompt, lastStep, size.columns), size.columns);
  if (message !== '') return fitLine(line(piece(` ${message}`, 'fresh')), size.columns);
  return fitLine(keysLine(size.columns, isPlaying), size.columns);
}

/** What is typed is shown to its end, whatever room there is. */
function promptLine({ kind, text }: Prompt, lastStep: number, columns: number): Line {
  const hint = kind === 'find' ? '  a name, or a word of the output' : `  a step up to ${lastStep}, or a time, as 3.5s`;
  const typed = endOfText(visible(text), columns - kind.length - 4);
  return line(piece(` ${kind}: `, 'key'), typed, piece(' ', 'chosen'), piece(text === '' ? hint : '', 'dim'));
}

/** As many keys as there is room for: those further on are found by `?`. */
function keysLine(columns: number, isPlaying: boolean): Line {
  const [...kept] = line(' ');
  for (const [key, says] of KEYS) {
    const pieces: Piece[] = [piece(key, 'key'), piece(` ${key === 'Space' && isPlaying ? 'pause' : says}  `, 'dim')];
    if (columnsOf([...kept, ...pieces]) <= columns + 1) kept.push(...pieces);
  }
  return kept;
}

const KEYS = [
  ['←→', 'step'],
  ['↑↓', 'iteration'],
  ['?', 'help'],
  ['q', 'quit'],
  ['w', 'why'],
  ['g', 'go to'],
  ['/', 'find'],
  ['Tab', 'panel'],
  ['Space', 'play'],
] as const;
