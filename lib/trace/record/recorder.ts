/**
 * Recorder: writes down what happens in a run, as the events of a trace.
 *
 * One recorder watches all loops of a program, one after another or one within another; to
 * each it gives an observer (loop-recorder.ts), which says what happened, in one log (event-log.ts).
 * Greenlets belong to no loop, and have one observer for all (greenlet-recorder.ts).
 *
 * Invariant: recording changes nothing in the run. It takes no step, calls nothing of the
 * program's but the `toString` of what is shown, and its clock, for the time; and it looks at a
 * suspended coroutine only by the host.
 */

import type { Observer } from '../../future/observer';
import type { GreenletObserver } from '../../greenlet/greenlet-observer';
import type { EventLoop } from '../../loop/event-loop';
import type { EndEvent } from '../event/program-events';
import { introduce } from './already-there';
import { EventLog } from './event-log';
import { GreenletRecorder, type GreenletRecorderOptions } from './greenlet-recorder';
import { LoopRecorder } from './loop-recorder';

/**
 * Record what happens on the loops that are watched.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * recorder.events.length; // of every handle that was scheduled and run, of every step of every task
 */
export class Recorder extends EventLog {
  private greenlets: GreenletRecorder | undefined = undefined;

  /** Give an observer for `loop`, to be made its `observer`. What is there already is recorded first. */
  watch(loop: EventLoop): Observer {
    const observer = new LoopRecorder(this, loop, this.loops.push(loop));
    introduce(loop, observer);
    return observer;
  }

  /** Give an observer for greenlets, for `observeGreenlets`: one for the whole run. @internal */
  watchGreenlets(options?: GreenletRecorderOptions): GreenletObserver {
    this.greenlets = new GreenletRecorder(this, options);
    return this.greenlets;
  }

  /** Main ends first, where it has a life of its own. */
  override end(outcome: EndEvent['outcome'], text?: string): void {
    if (outcome !== 'limit') this.greenlets?.ended(outcome === 'error' ? 'exception' : 'result');
    super.end(outcome, text);
  }
}
