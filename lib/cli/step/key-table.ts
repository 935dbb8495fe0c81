/**
 * Which key does what: the keys, and the commands that commands.ts has for them.
 *
 * Right, left, up and down move along the run, as `l` and `h` do; `j` and `k` move among the
 * rows of a panel. A spec checks that the help names each of them.
 */

import type { Key } from './key-decoder';

export type CommandName =
  | 'forth'
  | 'back'
  | 'iterationForth'
  | 'iterationBack'
  | 'first'
  | 'last'
  | 'play'
  | 'goTo'
  | 'find'
  | 'findNext'
  | 'findPrevious'
  | 'why'
  | 'nextPanel'
  | 'previousPanel'
  | 'tasks'
  | 'rowDown'
  | 'rowUp'
  | 'pageDown'
  | 'pageUp'
  | 'enter'
  | 'leave'
  | 'help'
  | 'quit';

export const COMMAND_OF: ReadonlyMap<Key, CommandName> = new Map([
  ['right', 'forth'],
  ['l', 'forth'],
  ['left', 'back'],
  ['h', 'back'],
  ['down', 'iterationForth'],
  ['up', 'iterationBack'],
  ['home', 'first'],
  ['end', 'last'],
  [' ', 'play'],
  ['g', 'goTo'],
  ['/', 'find'],
  ['n', 'findNext'],
  ['N', 'findPrevious'],
  ['w', 'why'],
  ['tab', 'nextPanel'],
  ['shift-tab', 'previousPanel'],
  ['t', 'tasks'],
  ['j', 'rowDown'],
  ['k', 'rowUp'],
  ['page-down', 'pageDown'],
  ['page-up', 'pageUp'],
  ['enter', 'enter'],
  ['escape', 'leave'],
  ['?', 'help'],
  ['q', 'quit'],
]);
