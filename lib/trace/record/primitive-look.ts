/**
 * What a lock, a queue or the like shows of itself, for an event of a trace.
 *
 * Who stands in line is left out: that changes without the primitive's doing, and is told by
 * other events. So is what a queue holds, but for the first items: to show it whole, each time
 * that one comes or goes, would take ever longer.
 *
 * Counterpart: the `__repr__` of each class in asyncio/locks.py and queues.py.
 */

import type { Future } from '../../future/future';
import { typeName } from '../../repr';
import { shownBriefly } from '../../sync/repr-primitive';
import type { PrimitiveEvent } from '../event/primitive-events';
import type { Numbering } from './numbering';
import { shownQuietly } from './shown';

/** How many items of a queue are shown. */
const MAX_ITEMS = 10;

/** What a primitive may tell beside its repr. */
interface Primitive {
  /** The tasks that hold it. */
  owners?(): readonly Future[];
  /** What is in it. */
  contents?(): Iterable<unknown> & { readonly length: number };
}

/** Look at `primitive`; its owners are named by their numbers. */
export function lookAt(
  primitive: object,
  futures: Numbering,
): Pick<PrimitiveEvent, 'kind' | 'text' | 'owners' | 'items' | 'size'> {
  const telling = primitive as Primitive;
  const contents = telling.contents?.();
  return {
    kind: typeName(primitive),
    text: shownBriefly(() => shownQuietly(primitive)),
    owners: telling.owners?.().map((task) => futures.of(task)),
    items: contents && firstOf(contents).map(shownQuietly),
    size: contents?.length,
  };
}

function firstOf(contents: Iterable<unknown>): unknown[] {
  const items: unknown[] = [];
  for (const item of contents) if (items.push(item) === MAX_ITEMS) break;
  return items;
}
