/**
 * The families of statements: what is about the same kind of thing belongs together.
 *
 * A program draws its statements from some families only, and which ones differs from
 * program to program: so in each a few kinds of things meet often, and in the long run
 * every kind meets every other.
 *
 * Counterpart: none.
 */

/** What a program has or has not. */
export const FAMILIES = [
  'futures',
  'combinators',
  'timeouts',
  'groups',
  'locks',
  'conditions',
  'events',
  'queues',
  'barriers',
  'contexts',
  'callbacks',
  'errors',
] as const;

export type Family = 'always' | (typeof FAMILIES)[number];
