/**
 * Scene: what the page shows at one moment. A view shows it; an actor changes it.
 *
 * The views know nothing of each other: whatever is done in one of them is asked of the
 * actor, and comes back to all of them as another scene.
 */

import type { LoopState } from '../trace/state/loop-state';
import type { RecordedRun } from './recorded-run';

/** What is shown. */
export interface Scene {
  readonly run: RecordedRun;
  readonly step: number;
  /** What it is like after that step. */
  readonly state: LoopState;
  /** The number of the last event before it: what came later is news. */
  readonly before: number;
  /** The number of the event that is asked about; undefined where that is just the step. */
  readonly asked: number | undefined;
  /** The task that is looked at: one that was chosen, or else one that the step is about. */
  readonly task: number | undefined;
}

/** A part of the page. */
export interface View {
  show(scene: Scene): void;
}

/** Who does what the user wants. */
export interface Actor {
  /** Go to a step; to the first or the last, where there is no such step. */
  goTo(step: number): void;
  /** Ask why an event happened, without leaving the step. */
  ask(event: number): void;
  /** Look at a task, and ask about it. */
  choose(task: number): void;
}
