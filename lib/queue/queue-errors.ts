/**
 * The errors of queues: what they hold back, and what they are past.
 *
 * They come without a message, as in Python: the class says it all.
 *
 * Counterpart: QueueEmpty, QueueFull and QueueShutDown, in asyncio/queues.py.
 */

import { nameAfterClass } from '../errors';

/** `getNowait` found nothing to get (asyncio.QueueEmpty). */
export class QueueEmpty extends Error {}

/** `putNowait` found no room (asyncio.QueueFull). */
export class QueueFull extends Error {}

/** The queue was shut down: nothing can be put any more, or there is nothing left to get (asyncio.QueueShutDown). */
export class QueueShutDown extends Error {}

for (const type of [QueueEmpty, QueueFull, QueueShutDown]) nameAfterClass(type);
