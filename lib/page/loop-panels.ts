/**
 * The panels of the loop.
 *
 * What is ready, in the order in which it will be run; and the timers, in the order in which
 * they are due.
 */

import type { HandleState } from '../trace/state/loop-state';
import { shownTime } from '../trace/why/wording';
import type { Content } from './list-panel';
import { handleText } from './naming';

export const READY: Content<HandleState> = {
  id: 'ready',
  rowHeight: 26,
  empty: 'Nothing is ready.',
  items: ({ state }) => [...state.ready.values()],
  entry: ({ handle, event }, { run }) => ({ key: handle, event, texts: [['text', handleText(run.index, handle)]] }),
};

export const TIMERS: Content<HandleState> = {
  id: 'timers',
  rowHeight: 26,
  empty: 'No timer is set.',
  items: ({ state }) => state.sortedTimers,
  entry: ({ handle, event, when = Infinity }, { run }) => ({
    key: handle,
    event,
    texts: [
      ['deadline', Number.isFinite(when) ? shownTime(when) : 'never'],
      ['text', handleText(run.index, handle)],
    ],
  }),
};
