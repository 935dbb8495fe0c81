/**
 * Tooltip: a text beside the pointer.
 *
 * It tells nothing that the panels do not tell, too: whoever has no pointer misses nothing.
 */

import { byId } from './element';

/** From the pointer, in pixels. */
const DISTANCE = 14;

export class Tooltip {
  private readonly box = byId('tooltip');

  /** Show a text beside (x, y), and within the window. */
  show(text: string, x: number, y: number): void {
    const { box } = this;
    box.textContent = text;
    box.hidden = false;
    const left = Math.min(x + DISTANCE, innerWidth - box.offsetWidth - DISTANCE);
    const top = y + DISTANCE + box.offsetHeight > innerHeight ? y - DISTANCE - box.offsetHeight : y + DISTANCE;
    box.style.translate = `${Math.max(0, left)}px ${top}px`;
  }

  hide(): void {
    this.box.hidden = true;
  }
}
