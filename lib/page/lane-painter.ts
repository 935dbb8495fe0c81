/**
 * The painter of the lanes: what each task does, when.
 *
 *     ████  takes a step     ┄┄┄┄  is ready     ────  waits     ∿∿∿∿  waits for ever
 *
 * Only what is in sight is painted, and of what would fall on one pixel only the first.
 */

import { leftOf, rightOf, stepOfEdge } from './axis';
import type { PlacedLane } from './lane-order';
import type { LaneEnd, Span } from './lanes';
import { SIGNS } from './mood';
import type { Palette } from './palette';
import { LANES_TOP, type Viewport } from './viewport';

const BOX_HEIGHT = 18;
type Stretch = readonly [from: number, to: number];

const FONT = '11px system-ui, sans-serif';

export class LanePainter {
  private readonly widths = new Map<string, number>();
  private boxColour = '';

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly viewport: Viewport,
    private readonly palette: Palette,
  ) {
    context.font = FONT;
    context.textBaseline = 'middle';
  }

  /** Paint the lanes in sight. */
  paint(lanes: readonly PlacedLane[]): void {
    const { context, viewport } = this;
    const [loop, ...scrolled] = viewport.lanes;
    context.save();
    context.beginPath();
    context.rect(0, LANES_TOP, viewport.width, viewport.height);
    context.clip();
    for (const i of scrolled) this.paintLane(lanes[i] as PlacedLane, viewport.y(i), this.palette.accent);
    context.restore();
    if (loop !== undefined) this.paintLane(lanes[loop] as PlacedLane, viewport.y(loop), this.palette.muted);
  }

  private paintLane({ spans, end }: PlacedLane, y: number, boxColour: string): void {
    const [firstStep, lastStep] = this.viewport.steps;
    this.boxColour = boxColour;
    this.paintSpans(spans, y, leftOf(firstStep), rightOf(lastStep));
    if (end !== undefined) this.paintEnd(end, y, firstStep, lastStep);
  }

  private paintSpans(spans: readonly Span[], y: number, from: number, to: number): void {
    let [painted, boxes] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = firstAfter(spans, from); i < spans.length; i++) {
      const span = spans[i] as Span;
      if (span.from > to) break;
      const [left, right] = [this.viewport.x(span.from), this.viewport.x(span.to)];
      // A box may hide what else is there; a box, only other boxes.
      const isBox = span.kind === 'running';
      if (right < (isBox ? boxes : painted) + 1) continue;
      this.paintSpan(span, Math.max(left, this.viewport.namesWidth - 50), Math.min(right, this.viewport.width + 50), y);
      painted = right;
      if (isBox) boxes = right;
    }
  }

  private paintSpan(span: Span, left: number, right: number, y: number): void {
    switch (span.kind) {
      case 'running':
        this.paintBox(span, left, right, y);
        break;
      case 'ready':
        this.paintLine(left, right, y, this.palette.ready, 4, [2, 3]);
        break;
      case 'waiting':
        for (const [from, to] of this.paintLabel(span.label, left, right, y, this.palette.muted)) {
          this.paintLine(from, to, y, this.palette.waiting, 1.5, []);
        }
        break;
      case 'dead':
        for (const [from, to] of this.paintLabel(span.label, left, right, y, this.palette.dead)) {
          this.paintWave(from, to, y);
        }
        break;
    }
  }

  private paintBox({ from }: Span, left: number, right: number, y: number): void {
    const { context, palette } = this;
    const width = Math.max(1.5, right - left - (right - left > 4 ? 2 : 0));
    context.fillStyle = this.boxColour;
    if (width < 3) {
      context.fillRect(left, y - BOX_HEIGHT / 2, width, BOX_HEIGHT);
      return;
    }
    context.beginPath();
    context.roundRect(left + (right - left - width) / 2, y - BOX_HEIGHT / 2, width, BOX_HEIGHT, Math.min(4, width / 3));
    context.fill();
    const number = String(stepOfEdge(from));
    if (this.widthOf(number) + 4 > width) return;
    context.fillStyle = palette['on-accent'];
    context.textAlign = 'center';
    context.fillText(number, (left + right) / 2, y + 0.5);
  }

  private paintLine(left: number, right: number, y: number, colour: string, width: number, dashes: number[]): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dashes);
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(right, y);
    context.stroke();
    context.setLineDash([]);
  }

  private paintWave(left: number, right: number, y: number): void {
    const { context } = this;
    context.strokeStyle = this.palette.dead;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(left, y);
    for (let x = left + 3, up = true; x < right; x += 3, up = !up) context.lineTo(x, y + (up ? -3 : 3));
    context.stroke();
  }

  /** What is waited for, where there is room for it. Gives from where to where there is to be a line: it leaves room for that. */
  private paintLabel(label = '', left: number, right: number, y: number, colour: string): Stretch[] {
    const from = Math.max(left, this.viewport.namesWidth) + 8;
    const text = this.fitting(label, right - from - 14);
    if (text === '') return [[left, right]];
    this.context.fillStyle = colour;
    this.context.textAlign = 'left';
    this.context.fillText(text, from + 4, y + 0.5);
    return [
      [left, from],
      [from + this.widthOf(text) + 8, right],
    ];
  }

  private paintEnd({ edge, outcome }: LaneEnd, y: number, firstStep: number, lastStep: number): void {
    if (edge < leftOf(firstStep) || edge > rightOf(lastStep)) return;
    const { context, palette, viewport } = this;
    context.font = 'bold 14px system-ui, sans-serif';
    context.fillStyle = palette[outcome];
    context.textAlign = 'left';
    context.fillText(SIGNS[outcome], viewport.x(edge) + 2, y + 1);
    context.font = FONT;
  }

  /** As much of a text as there is room for; nothing where that is too little to be of use. */
  private fitting(text: string, room: number): string {
    if (this.widthOf(text) <= room) return text;
    if (room < 30) return '';
    const length = Math.floor((text.length * room) / this.widthOf(text)) - 1;
    return length < 3 ? '' : `${text.slice(0, length)}…`;
  }

  private widthOf(text: string): number {
    const known = this.widths.get(text) ?? this.context.measureText(text).width;
    this.widths.set(text, known);
    return known;
  }
}

/** The first span that is not over before `edge`. */
function firstAfter(spans: readonly Span[], edge: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).to < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
