/**
 * How a lock, a queue or the like is: who holds it, what is in it, or what its repr says.
 *
 * A class of the program's that is none of ours still has a repr: then that is shown, or what
 * stands in it between brackets.
 */

import type { PrimitiveState } from '../../trace/state/primitive-state';
import type { Moment } from './moment';

/** Say how a primitive is: `held by Task-2`, `2 items: 'a', 'b'`, `set`. */
export function stateOf(moment: Moment, { text, owners, items, size }: PrimitiveState): string {
  if (owners.length > 0) return `held by ${owners.map((owner) => moment.nameOf(owner)).join(', ')}`;
  const [, limit] = /maxsize=(\d+)/.exec(text) ?? [];
  if (limit !== undefined) return contentsOf(items, size, Number(limit));
  // Who stands in line is shown by name.
  return /\[([^\]]*)\]/.exec(text)?.[1]?.replace(/, waiters:\d+$/, '') ?? text;
}

function contentsOf(items: readonly string[], size: number, limit: number): string {
  const count = `${size}${limit === 0 ? '' : ` of ${limit}`} ${size === 1 && limit === 0 ? 'item' : 'items'}`;
  return size === 0 ? count : `${count}: ${items.join(', ')}${size > items.length ? ', …' : ''}`;
}
