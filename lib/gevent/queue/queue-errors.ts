/**
 * What gevent's queues throw; and StopIteration, which is put in to end whoever iterates.
 *
 * Counterpart: queue.Empty and queue.Full, which are the standard library's; StopIteration.
 */

import { nameAfterClass } from '../../errors';

/** There is nothing in the queue (queue.Empty). */
export class Empty extends Error {}

/** There is no room in the queue (queue.Full). */
export class Full extends Error {}

/** There is no room in the pool (gevent.pool.PoolFull). */
export class PoolFull extends Full {}

/** Put into a queue, this class ends the iteration of whoever gets it (Python's StopIteration). */
export class StopIteration extends Error {}

for (const type of [Empty, Full, PoolFull, StopIteration]) nameAfterClass(type);
