/**
 * The running loop, and the current one, by the type that users know them by.
 *
 * lib/future keeps them, and knows them only as AbstractEventLoop.
 *
 * Counterpart: asyncio/events.py.
 */

import * as events from '../future/running-loop';
import type { EventLoop } from './event-loop';

/** @see events.getRunningLoop */
export const getRunningLoop = events.getRunningLoop as () => EventLoop;

/** @see events.getEventLoop */
export const getEventLoop = events.getEventLoop as () => EventLoop;

/** @see events.newEventLoop */
export const newEventLoop = events.newEventLoop as () => EventLoop;

export { setEventLoop } from '../future/running-loop';
