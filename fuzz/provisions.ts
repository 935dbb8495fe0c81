/**
 * provisionFor: what lets those go on who wait.
 *
 * Of statements drawn at random most would wait for what never comes. So with each one that
 * waits something is thought of that ends the waiting, and callbacks often do just that.
 *
 * Counterpart: none.
 */

import type { Draft } from './draft';
import type { Name, Statement } from './program';

/** Make what lets those go on who wait at `st`; undefined where time alone does, or nothing can. */
export function provisionFor(st: Statement, d: Draft): Statement | undefined {
  switch (st.op) {
    case 'await':
      return st.on.startsWith('f') ? { op: 'set', on: st.on, value: d.digit() } : undefined;
    case 'acquire':
      return { op: 'release', on: st.on };
    case 'eventWait':
      return { op: 'eventSet', on: st.on };
    case 'put':
      return { op: 'getNowait', on: st.on };
    case 'get':
      return { op: 'putNowait', on: st.on, value: d.digit() };
    case 'join':
      return { op: 'taskDone', on: st.on };
    case 'barrierWait':
      return { op: 'spawn', id: d.id('t'), body: [st] };
    case 'with':
      return st.on.startsWith('cond') ? notifier(d, st.on) : undefined;
    default:
      return undefined;
  }
}

/** A task that notifies: that takes the lock, and so cannot be done at once. */
function notifier(d: Draft, on: Name): Statement {
  return {
    op: 'spawn',
    id: d.id('t'),
    body: [
      {
        op: 'with',
        on,
        body: [
          { op: 'count', by: 1 },
          { op: 'notifyAll', on },
        ],
      },
    ],
  };
}
