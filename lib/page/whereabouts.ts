/**
 * Whereabouts: what a link to one moment says, in the page's address and in what is typed.
 *
 *     #step=42           step 42
 *     #step=42&why=317   step 42, where it is asked why event 317 happened
 */

/** A step, and the event that is asked about. */
export interface Whereabouts {
  readonly step: number;
  readonly why: number | undefined;
}

/** Read the part of an address after the `#`. Step 0 where it tells of none. */
export function readHash(hash: string): Whereabouts {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  return { step: numberIn(parameters.get('step')) ?? 0, why: numberIn(parameters.get('why')) };
}

/** Give the link to there: `#step=42`. */
export function hashOf({ step, why }: Whereabouts): string {
  return why === undefined ? `#step=${step}` : `#step=${step}&why=${why}`;
}

/** Where somebody wants to go: to a step, or a time in seconds. */
export type Destination = { readonly step: number } | { readonly time: number };

/** Read what was typed: `42` is a step, `2.5s` a time; undefined for anything else. */
export function readDestination(text: string): Destination | undefined {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(s|ms)?\s*$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (unit !== undefined) return { time: Number(number) / (unit === 'ms' ? 1000 : 1) };
  return number.includes('.') ? undefined : { step: Number(number) };
}

function numberIn(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
