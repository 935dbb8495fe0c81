/**
 * What a terminal would show of what it is sent: as much of one as the specs need.
 *
 * It has rows of cells, a cursor, a second screen; it knows the sequences that the command
 * sends, and throws at any other, so that none goes by unseen.
 */

import { clustersOf } from '../../../lib/cli/step/text-width';

export class TerminalScreen {
  /** Whether it is the second screen, and whether there is a cursor. */
  isSecond = false;
  hasCursor = true;
  private rows: string[][];
  private row = 0;
  private column = 0;
  /** The first screen, while it is the second. */
  private kept: { readonly rows: string[][]; readonly row: number; readonly column: number };
  /** What may be half a sequence. */
  private rest = '';

  constructor(
    private readonly columns: number,
    private readonly height: number,
  ) {
    this.rows = this.empty();
    this.kept = { rows: this.rows, row: 0, column: 0 };
  }

  /** What it shows, without the spaces at the ends of rows. */
  get text(): string {
    return this.rows.map((cells) => cells.join('').trimEnd()).join('\n');
  }

  /** Take what was sent. */
  feed(sent: string): void {
    let unread = this.rest + sent;
    this.rest = '';
    while (unread !== '') {
      const [part = ''] = PART.exec(unread) ?? [];
      if (part === '') {
        this.rest = unread;
        return;
      }
      if (part.startsWith(ESCAPE)) this.obey(part.slice(2));
      else this.print(part);
      unread = unread.slice(part.length);
    }
  }

  private obey(sequence: string): void {
    const [first = 1, second = 1] = (sequence.match(/\d+/g) ?? []).map(Number);
    if (sequence.endsWith('m') || sequence === '?7l' || sequence === '?7h') return;
    if (sequence.endsWith('H')) [this.row, this.column] = [first - 1, second - 1];
    else if (sequence.endsWith('G')) this.column = first - 1;
    else if (sequence === 'K') this.rows[this.row]?.fill(' ', this.column);
    else if (sequence === '2J') this.rows = this.empty();
    else if (/^\?25[hl]$/.test(sequence)) this.hasCursor = sequence === '?25h';
    else if (/^\?1049[hl]$/.test(sequence)) this.turnTo(sequence === '?1049h');
    else throw new Error(`an unknown sequence: ${sequence}`);
  }

  private turnTo(second: boolean): void {
    const { rows, row, column } = this;
    if (second) this.kept = { rows, row, column };
    else Object.assign(this, this.kept);
    if (second) this.rows = this.empty();
    this.isSecond = second;
  }

  private print(text: string): void {
    if (text === '\r') this.column = 0;
    else if (text === '\n') this.row = Math.min(this.row + 1, this.height - 1);
    else for (const cluster of clustersOf(text)) this.put(cluster.text, cluster.width);
  }

  private put(text: string, width: number): void {
    const cells = this.rows[this.row] as string[];
    cells[this.column] = text;
    for (let i = 1; i < width; i++) cells[this.column + i] = '';
    this.column = Math.min(this.column + width, this.columns - 1);
  }

  private empty(): string[][] {
    return Array.from({ length: this.height }, () => new Array<string>(this.columns).fill(' '));
  }
}

const ESCAPE = '\x1b';
/** A whole sequence, a control character, or as much text as there is; nothing where that may be half a sequence. */
const PART = new RegExp(`^(?:${ESCAPE}\\[[0-?]*[@-~]|(?!${ESCAPE})\\p{Cc}|\\P{Cc}+)`, 'u');
