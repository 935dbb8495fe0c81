/**
 * Announcer: says each step to whoever does not see it.
 *
 * While it plays, it says no more than one in a second.
 */

import { shownTime } from '../trace/why/wording';
import { byId } from './element';
import type { Scene, View } from './scene';

const PAUSE = 1000;

export class Announcer implements View {
  private readonly voice = byId('announcer');
  private text = '';
  private isPausing = false;

  show({ run, step, state, asked }: Scene): void {
    const event = asked ?? run.eventOfStep(step);
    this.text = `Step ${step} of ${run.lastStep}, ${shownTime(state.time)}. ${run.sentence(event)}`;
    if (!this.isPausing) this.speak();
  }

  private speak(): void {
    this.voice.textContent = this.text;
    this.isPausing = true;
    setTimeout(() => {
      this.isPausing = false;
      if (this.voice.textContent !== this.text) this.speak();
    }, PAUSE);
  }
}
