/**
 * FindBar: finds the steps that have a text, and goes to the next one or the one before.
 *
 * At the ends it goes on from the other one. As long as a text is typed, it only counts: whoever
 * searches does not lose the step.
 */

import { byId } from './element';
import { findSteps } from './find-steps';
import type { RecordedRun } from './recorded-run';
import type { Viewer } from './viewer';

export class FindBar {
  private readonly bar = byId<HTMLFormElement>('find');
  private readonly text = byId<HTMLInputElement>('find-text');
  private readonly count = byId('find-count');
  private found: readonly number[] = [];

  constructor(
    private readonly run: RecordedRun,
    private readonly viewer: Viewer,
  ) {
    byId('find-open').addEventListener('click', () => this.open());
    byId('find-close').addEventListener('click', () => this.close());
    byId('find-previous').addEventListener('click', () => this.previous());
    this.text.addEventListener('input', () => this.find());
    this.text.addEventListener('keydown', (event) => this.press(event));
    this.bar.addEventListener('submit', (event) => {
      event.preventDefault();
      this.next();
    });
  }

  open(): void {
    this.bar.hidden = false;
    this.text.select();
    this.text.focus();
  }

  close(): void {
    this.bar.hidden = true;
    byId('find-open').focus();
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.shiftKey) this.previous();
    else return;
    event.preventDefault();
  }

  private find(): void {
    this.found = findSteps(this.run.replay, this.run.index, this.text.value);
    this.tell();
  }

  private next(): void {
    this.goTo(this.found.find((step) => step > this.viewer.step) ?? this.found[0]);
  }

  private previous(): void {
    const after = this.found.findIndex((step) => step >= this.viewer.step);
    this.goTo(this.found.at((after === -1 ? this.found.length : after) - 1));
  }

  private goTo(step: number | undefined): void {
    if (step !== undefined) this.viewer.goTo(step);
    this.tell();
  }

  private tell(): void {
    const position = this.found.indexOf(this.viewer.step) + 1;
    const steps = `${this.found.length.toLocaleString('en')} step${this.found.length === 1 ? '' : 's'}`;
    const where = position === 0 ? steps : `${position.toLocaleString('en')} of ${steps}`;
    this.count.textContent = this.text.value.trim() === '' ? '' : this.found.length === 0 ? 'not found' : where;
  }
}
