/**
 * The event of a trace that is about greenlets alone: control goes from one to another.
 *
 * What both do besides, that they begin, are suspended, go on and end, is told as of tasks. Who
 * runs the loop, which is the hub, or main where no hub does, is no greenlet to a trace: that is
 * left out.
 *
 * Counterpart: what greenlet.settrace tells.
 */

import type { EventBase } from './event-base';

/** Control goes from one greenlet to another: who is switched to takes a step next. */
export interface SwitchEvent extends EventBase {
  readonly type: 'switch';
  readonly from?: number;
  readonly to?: number;
  /** What is passed on, or the error that is thrown there. */
  readonly text?: string;
  readonly error?: string;
  /** Whether this is a step of its own: no loop was at work. */
  readonly step?: true;
}
