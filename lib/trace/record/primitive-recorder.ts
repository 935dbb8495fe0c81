/**
 * PrimitiveRecorder: says in a trace's words what happens to locks, queues and their kin.
 *
 * Each is introduced when it is first met, by what it shows of itself; so nobody has to tell
 * that one was made.
 *
 * Counterpart: none.
 */

import type { EventLog, Writer } from './event-log';
import { lookAt } from './primitive-look';

export class PrimitiveRecorder {
  constructor(
    private readonly log: EventLog,
    private readonly writer: Writer,
  ) {}

  /** The number of `primitive`. */
  numberOf(primitive: object): number {
    if (!this.log.primitives.has(primitive)) this.changed(primitive);
    return this.log.primitives.of(primitive);
  }

  /** What `primitive` shows of itself has changed. */
  changed(primitive: object): void {
    const look = lookAt(primitive, this.log.futures);
    this.writer.write({ type: 'primitive', primitive: this.log.primitives.of(primitive), ...look });
  }

  /** `task` is to wait in the line of `primitive`, by `future`. */
  waited(primitive: object, future: number, task: number | undefined): void {
    this.writer.write({ type: 'wait', primitive: this.numberOf(primitive), future, task });
  }

  /** `task` has acquired `primitive`, or released it. */
  held(type: 'acquire' | 'release', primitive: object, task: number | undefined): void {
    this.writer.write({ type, primitive: this.numberOf(primitive), task });
    this.changed(primitive);
  }
}
