/**
 * Program: what a random program of greenlets may say, as data, which both sides are given.
 *
 * A program is what main does; greenlets are begun by statements, in which their bodies stand.
 * They are named by the statement's id: `g3`, and mere ones `raw4`; a Timeout is `timeout5`. What is not there
 * yet is absent, and the statement does nothing. Everything else is there from the beginning: names.ts.
 *
 * Three kinds of statements: what does not wait, what waits once, and what has a body.
 *
 * Counterpart: the program of asyncio's in ../program.ts.
 */

/** What a thing is called: `g3`, `queue0`. */
export type Name = string;

export type Body = readonly Statement[];

export interface Program {
  /** What is not made as usual: with no limit, or one permit. */
  readonly sizes: readonly Size[];
  readonly main: Body;
}

export interface Size {
  readonly on: Name;
  /** null for no limit. */
  readonly size: number | null;
}

/** Seconds to wait at most; null for any time. */
export type Limit = number | null;

/** What is thrown in place of a Timeout: nothing else, nothing at all, an error, a class of errors, a text. */
export type Instead = null | false | 'error' | 'class' | 'text';

/** What is killed with: GreenletExit, an error, a class of errors. */
export type Weapon = 'exit' | 'error' | 'class';

export type LinkForm = 'link' | 'linkValue' | 'linkException' | 'rawlink';

/** What does not wait. */
export type Action =
  | { readonly op: 'spawn' | 'spawnRaw' | 'make' | 'groupSpawn'; readonly id: number; readonly body: Body }
  | { readonly op: 'spawnLater'; readonly id: number; readonly delay: number; readonly body: Body }
  | { readonly op: 'start' | 'killSoon' | 'unlink' | 'look'; readonly on: Name }
  | { readonly op: LinkForm; readonly on: Name }
  | { readonly op: 'linkResult'; readonly on: Name; readonly to: Name }
  | { readonly op: 'set' | 'clear' | 'release' | 'taskDone' | 'getNowait' | 'peekNowait'; readonly on: Name }
  | { readonly op: 'setResult' | 'putNowait'; readonly on: Name; readonly value: number }
  | { readonly op: 'fail' | 'resultNow' | 'cancelTimeout'; readonly on: Name }
  | { readonly op: 'startTimeout'; readonly id: number; readonly delay: Limit; readonly instead: Instead }
  | { readonly op: 'raise' };

/** What waits once. */
export type Wait =
  | { readonly op: 'sleep'; readonly delay: number }
  | { readonly op: 'waitFor' | 'join' | 'poolAvailable'; readonly on: Name; readonly timeout: Limit }
  | { readonly op: 'acquire' | 'get' | 'peek'; readonly on: Name; readonly block: boolean; readonly timeout: Limit }
  | {
      readonly op: 'put';
      readonly on: Name;
      readonly value: number;
      readonly block: boolean;
      readonly timeout: Limit;
    }
  | {
      readonly op: 'kill';
      readonly on: Name;
      readonly weapon: Weapon;
      readonly block: boolean;
      readonly timeout: Limit;
    }
  | {
      readonly op: 'killall';
      readonly those: readonly Name[];
      readonly weapon: Weapon;
      readonly block: boolean;
      readonly timeout: Limit;
    }
  | {
      readonly op: 'joinall';
      readonly those: readonly Name[];
      readonly timeout: Limit;
      readonly raises: boolean;
      readonly count: Limit;
    }
  | { readonly op: 'waitAll'; readonly those: readonly Name[]; readonly timeout: Limit; readonly count: Limit }
  | { readonly op: 'waitEnd'; readonly timeout: number }
  | { readonly op: 'poolSpawn'; readonly id: number; readonly body: Body }
  | { readonly op: 'poolJoin'; readonly on: Name; readonly timeout: Limit; readonly raises: boolean }
  | { readonly op: 'apply'; readonly on: Name; readonly delay: number }
  | { readonly op: 'map'; readonly on: Name; readonly delays: readonly number[] }
  | { readonly op: 'switchTo'; readonly id: number; readonly body: Body };

/** What has a body. */
export type Structure =
  | { readonly op: 'try'; readonly body: Body; readonly catches: 'Exception' | 'BaseException'; readonly handler: Body }
  | {
      readonly op: 'timeout';
      readonly id: number;
      readonly delay: Limit;
      readonly instead: Instead;
      readonly body: Body;
    }
  | { readonly op: 'withTimeout'; readonly delay: Limit; readonly value?: number; readonly body: Body }
  | { readonly op: 'with'; readonly on: Name; readonly body: Body }
  | {
      readonly op: 'iwait';
      readonly those: readonly Name[];
      readonly timeout: Limit;
      readonly count: Limit;
      readonly body: Body;
    }
  | {
      readonly op: 'imap' | 'imapUnordered';
      readonly on: Name;
      readonly delays: readonly number[];
      readonly maxsize: Limit;
      readonly body: Body;
    };

export type Statement = Action | Wait | Structure;

/** The statements whose op is `Op`. */
export type Of<S extends { readonly op: string }, Op extends S['op']> = S extends unknown
  ? Op extends S['op']
    ? S
    : never
  : never;
