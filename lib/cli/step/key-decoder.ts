/**
 * KeyDecoder: what a terminal sends, as the keys that were pressed.
 *
 * A key that is no character comes as an escape sequence: `ESC [ C` is the right arrow. What
 * is read at a time is anything: several keys, or half of one. Half of one is kept until the
 * rest comes. But `ESC` alone may as well be the key of that name, and only time can tell: who
 * reads calls `flush` once nothing more has come for a moment.
 *
 * Sequences that stand for nothing we know are passed over.
 */

import { clustersOf } from './text-width';

/** A key: the name of one in `KEYS`, or the character that it types. */
export type Key = string;

export class KeyDecoder {
  private rest = '';

  /** Whether something is kept that may be half a key. */
  get isWaiting(): boolean {
    return this.rest !== '';
  }

  /** Give the keys of which `text` is the end, and keep what is the beginning of another. */
  push(text: string): Key[] {
    let unread = this.rest + text;
    this.rest = '';
    const keys: Key[] = [];
    while (unread !== '') {
      if (PARTIAL.test(unread)) {
        this.rest = unread;
        break;
      }
      const taken = (SEQUENCE.exec(unread) ?? CHARACTERS.exec(unread) ?? [unread])[0];
      keys.push(...keysOf(taken));
      unread = unread.slice(taken.length);
    }
    return keys;
  }

  /** Give the keys in what was kept, of which nothing more is going to come. */
  flush(): Key[] {
    const [first = '', ...others] = this.rest;
    this.rest = '';
    return [...keysOf(first), ...others];
  }
}

const ESCAPE = '\x1b';
/** A sequence: with parameters (CSI), or of a single letter (SS3). */
const SEQUENCE = new RegExp(`^${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|O[ -~])`);
/** What may become one. */
const PARTIAL = new RegExp(`^${ESCAPE}(?:\\[[0-?]*[ -/]*|O)?$`);
/** One control character, or as many others as there are. */
const CHARACTERS = /^(?:\p{Cc}|\P{Cc}+)/u;

function keysOf(text: string): Key[] {
  if (text.length > 1 && text.startsWith(ESCAPE)) return named(text.slice(2));
  if (/\p{Cc}/u.test(text)) return named(text);
  return clustersOf(text).map((cluster) => cluster.text);
}

/** Modifiers stand between `1;` and the letter: shift and the right arrow are the right arrow. */
function named(code: string): Key[] {
  const name = KEYS[code.replace(/^1;\d+(?=[A-Z]$)/, '').replace(/;\d+~$/, '~')];
  return name === undefined ? [] : [name];
}

/** What control characters and sequences stand for, in the terminals that are in use. */
const KEYS: Readonly<Record<string, Key>> = {
  '\x01': 'home',
  '\x03': 'ctrl-c',
  '\x05': 'end',
  '\x08': 'backspace',
  '\t': 'tab',
  '\n': 'enter',
  '\x0c': 'ctrl-l',
  '\r': 'enter',
  '\x15': 'ctrl-u',
  '\x1a': 'ctrl-z',
  [ESCAPE]: 'escape',
  '\x7f': 'backspace',
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift-tab',
  '1~': 'home',
  '4~': 'end',
  '5~': 'page-up',
  '6~': 'page-down',
  '7~': 'home',
  '8~': 'end',
};
