/**
 * Viewer: where in the run one is, and what is looked at. The only place where that changes.
 *
 * It shows each scene to all views, and writes it into the page's address, from which it can
 * be read again. By the keys one moves within an entry of the browser's history; a link makes
 * a new one, so that "back" comes back from it.
 */

import { Address } from './address';
import type { RecordedRun } from './recorded-run';
import type { Actor, Scene, View } from './scene';

export class Viewer implements Actor {
  private readonly views: View[] = [];
  private readonly address = new Address(() => this.followAddress());
  private chosen: number | undefined = undefined;
  private asked: number | undefined = undefined;

  constructor(private readonly run: RecordedRun) {}

  /** The step where one is. */
  get step(): number {
    return this.run.replay.step;
  }

  add(...views: readonly View[]): void {
    this.views.push(...views);
  }

  /** Go where the address says. */
  followAddress(): void {
    const { step, why } = this.address.read();
    this.asked = why !== undefined && this.run.index.event(why) !== undefined ? why : undefined;
    this.run.replay.seek(step);
    this.show();
  }

  goTo(step: number): void {
    this.asked = undefined;
    this.run.replay.seek(step);
    this.showHere();
  }

  ask(event: number): void {
    this.asked = event;
    this.showHere();
  }

  choose(task: number): void {
    const { replay, index } = this.run;
    this.chosen = task;
    this.ask(replay.state.tasks.get(task)?.event ?? index.makingOf(task)?.n ?? 0);
  }

  /** Look at no task in particular: at the one that takes the step. */
  follow(): void {
    this.chosen = undefined;
    this.showHere();
  }

  /** Keep looking at the task that is looked at. */
  stay(): void {
    this.chosen = this.scene().task;
    this.showHere();
  }

  /** Ask nothing any more. */
  dismiss(): void {
    this.asked = undefined;
    this.showHere();
  }

  /** Whether a task was chosen, and is not the one that happens to take the step. */
  get isStaying(): boolean {
    return this.chosen !== undefined;
  }

  private showHere(): void {
    this.address.write({ step: this.step, why: this.asked });
    this.show();
  }

  /** Show the scene as it is. */
  show(): void {
    const scene = this.scene();
    for (const view of this.views) view.show(scene);
  }

  private scene(): Scene {
    const { run, step, asked, chosen } = this;
    const { state } = run.replay;
    const before = state.event - run.replay.eventsOf(step).length;
    return { run, step, state, before, asked, task: chosen ?? run.taskOfStep(step) };
  }
}
