/**
 * Whether waits and owners alone decide when a future ends: then it does not matter who has it.
 *
 * A lock may be released by anybody, and a semaphore is often meant to be: one task takes the
 * permits, another gives them back. So owners count only where there is reason to: where the
 * lock is held inside an `asyncWith`, which would fail if another released it; or where it
 * is a lock, and held by a task that goes on to wait for something else.
 */

import type { Future } from '../../future/future';
import { type Primitive, primitiveOf } from '../../future/waiter';
import { Acquirable } from '../../sync/acquirable';
import { Semaphore } from '../../sync/semaphore';
import { GatheringFuture } from '../../task/gather';
import { Task } from '../../task/task';

/** Tell whether nothing but the end of a task, or the release of a lock by its owner, lets `future` end. */
export function isDecided(future: Future): boolean {
  const parts = new Set([future]);
  for (const part of parts) {
    if (part instanceof Task || part.done()) continue;
    if (part instanceof GatheringFuture) for (const child of part.children) parts.add(child);
    else if (!isUpToOwners(primitiveOf(part))) return false;
  }
  return true;
}

/** Tell whether a lock, a condition or a semaphore is held, and will be released by those who hold it. */
export function isUpToOwners(primitive: Primitive | undefined): primitive is Acquirable {
  if (!(primitive instanceof Acquirable)) return false;
  const owners = primitive.owners();
  if (primitive.ownership.areAllInside()) return owners.length > 0;
  return !(primitive instanceof Semaphore) && owners.length > 0 && owners.every((owner) => isBusy(owner, primitive));
}

/** Whether an owner is not done, and does not ask for the same once more. */
function isBusy(owner: Future, { ownership }: Acquirable): boolean {
  const awaits = owner instanceof Task ? owner.getFutWaiter() : undefined;
  const primitive = awaits && primitiveOf(awaits);
  return !owner.done() && !(primitive instanceof Acquirable && primitive.ownership === ownership);
}
