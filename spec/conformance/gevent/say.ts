/*
 * The line that the programs of this folder print: the time since they began, in hundredths of a
 * second, and words. What gevent prints of an error that nobody catches is such a line, too: without
 * the trace. Its counterpart is say.py.
 */

import { getEventLoop, logger } from 'yieldstar';
import { show } from '../show';

/** Print a line. */
export function say(...words: unknown[]): void {
  const time = Math.round(getEventLoop().time() * 100) / 100;
  console.log([time, ...words.map(show)].join(' '));
}

/** How a greenlet of gevent's, of whatever class, shows itself. */
const GREENLET = /^<(?!greenlet\.)/;

logger.error = (message, error) => {
  const callback = message.startsWith('[') ? 'link' : 'callback';
  say(GREENLET.test(message) ? 'greenlet' : callback, 'failed with', error);
};
