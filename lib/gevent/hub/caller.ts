/**
 * caller: who is running, of those that may have something to themselves: a lock, variables.
 *
 * Counterpart: none; in gevent it is always the greenlet. Here main runs asyncio's tasks, each of
 * which is somebody of its own.
 */

import { peekCurrentTask } from '../../future/registry';
import { getcurrent } from '../../greenlet/raw-greenlet';
import { getHub } from './hub';

/** Give the task of asyncio that is running, or else the greenlet. */
export function caller(): object {
  return peekCurrentTask(getHub().loop) ?? getcurrent();
}
