/**
 * The subjects there are, by the names by which one process of the fuzz tells them to another.
 *
 * Counterpart: none.
 */

import { asyncio } from './asyncio';
import { gevent } from './gevent/gevent';
import type { Subject } from './subject';

export type SubjectName = 'asyncio' | 'gevent';

/** Give the subject of that name: of whatever programs those are. */
export function subjectNamed(name: SubjectName): Subject<unknown> {
  return name === 'asyncio' ? asyncio : gevent;
}
