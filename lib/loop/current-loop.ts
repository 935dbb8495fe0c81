/**
 * The running loop, and the current one, by the type that users know them by.
 *
 * lib/future keeps them, and knows them only as AbstractEventLoop.
 *
 * Counterpart: asyncio/events.py.
 */

import * as events from '../future/running-loop';
import type { EventLoop } from './event-loop';

/**
 * Give the loop that is running (asyncio.get_running_loop).
 *
 * @throws RuntimeError outside callbacks and coroutines.
 */
export const getRunningLoop = events.getRunningLoop as () => EventLoop;

/**
 * Give the running loop; else the one set by `setEventLoop`; else, where none was ever set,
 * a new one, which is the current one from then on (asyncio.get_event_loop).
 *
 * @throws RuntimeError when none is running, and the loop was set to none.
 */
export const getEventLoop = events.getEventLoop as () => EventLoop;

/** Make a loop, as `new EventLoop()` does (asyncio.new_event_loop). It is not made the current one: `setEventLoop` does that. */
export const newEventLoop = events.newEventLoop as () => EventLoop;

export { setEventLoop } from '../future/running-loop';
