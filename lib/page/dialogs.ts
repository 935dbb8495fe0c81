/**
 * The dialogs: where to go, and help.
 *
 * They are the browser's own: it keeps the focus in them, closes them by the escape key, and
 * gives the focus back.
 */

import { byId } from './element';
import type { RecordedRun } from './recorded-run';
import type { Viewer } from './viewer';
import { readDestination } from './whereabouts';

export function openHelp(): void {
  byId<HTMLDialogElement>('help').showModal();
}

/** Asks for a step or a time, and goes there. */
export class GoDialog {
  private readonly dialog = byId<HTMLDialogElement>('go');
  private readonly text = byId<HTMLInputElement>('go-text');
  private readonly complaint = byId('go-complaint');

  constructor(
    private readonly run: RecordedRun,
    private readonly viewer: Viewer,
  ) {
    this.dialog.querySelector('form')?.addEventListener('submit', (event) => {
      if ((event.submitter as HTMLButtonElement | null)?.value === 'go' && !this.go()) event.preventDefault();
    });
  }

  open(): void {
    this.complaint.textContent = '';
    this.text.removeAttribute('aria-invalid');
    this.dialog.showModal();
    this.text.select();
  }

  /** Tells whether there was such a place. */
  private go(): boolean {
    const destination = readDestination(this.text.value);
    if (destination === undefined) {
      this.complaint.textContent = 'That is neither a step, as 42, nor a time, as 2.5s.';
      this.text.setAttribute('aria-invalid', 'true');
      return false;
    }
    this.viewer.goTo('step' in destination ? destination.step : this.run.replay.stepAt(destination.time));
    return true;
  }
}
