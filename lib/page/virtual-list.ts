/**
 * VirtualList: a list of any length, of which only the rows in sight are in the document.
 *
 * All rows have one height. Those that are not there are stood for by padding, and the others
 * say which of how many they are, to whoever cannot see. One row can be reached by the tab
 * key; from there the arrow keys move up and down.
 */

import { setAttributes } from './element';
import { type Row, Rows } from './rows';
import { scrollSoon } from './scrolling';

/** How many rows above and below those in sight are there, too. */
const MARGIN = 3;

export class VirtualList {
  private readonly scroller: HTMLElement;
  private readonly rows: Rows;
  private count = 0;
  private height = 0;
  private top = 0;
  /** The row that the tab key reaches, and the one that is to be in sight. */
  private active = 0;
  private revealed: number | undefined = undefined;

  /** `row` gives row `i`. */
  constructor(
    private readonly list: HTMLElement,
    private readonly rowHeight: number,
    private readonly row: (i: number) => Row,
  ) {
    this.scroller = list.parentElement as HTMLElement;
    this.rows = new Rows(list);
    list.style.setProperty('--row', `${rowHeight}px`);
    list.addEventListener('keydown', (event) => this.press(event));
    this.scroller.addEventListener('scroll', () => this.scrolled());
    new ResizeObserver(() => this.resized()).observe(this.scroller);
  }

  /** Show so many rows; with row `inSight` in sight, if there is one. */
  show(count: number, inSight = -1): void {
    this.count = count;
    this.active = Math.max(0, Math.min(this.active, count - 1));
    this.revealed = inSight < 0 ? undefined : inSight;
    this.reveal();
    this.render();
  }

  /** Scroll as far as it takes to have a row in sight, with some rows around it. */
  private reveal(i = this.revealed): void {
    if (i === undefined || this.height === 0) return; // until the height is known
    const room = Math.max(0, Math.min(2 * this.rowHeight, (this.height - this.rowHeight) / 2));
    const [from, to] = [i * this.rowHeight - room, (i + 1) * this.rowHeight + room];
    if (from < this.top) this.scrollTo(from);
    else if (to > this.top + this.height) this.scrollTo(to - this.height);
  }

  private scrollTo(top: number): void {
    this.top = Math.max(0, Math.min(top, this.count * this.rowHeight - this.height));
    scrollSoon(this.scroller, { top: this.top });
  }

  private scrolled(): void {
    if (Math.abs(this.scroller.scrollTop - this.top) < 1) return; // by `scrollTo`
    this.revealed = undefined;
    this.top = this.scroller.scrollTop;
    this.render();
  }

  private resized(): void {
    this.height = this.scroller.clientHeight;
    this.reveal();
    this.render();
  }

  private render(): void {
    const first = Math.max(0, Math.min(Math.floor(this.top / this.rowHeight), this.count) - MARGIN);
    const last = Math.min(this.count, Math.ceil((this.top + this.height) / this.rowHeight) + MARGIN);
    const rows: Row[] = [];
    for (let i = first; i < last; i++) rows.push(this.row(i));
    const shown = this.rows.show(rows);
    for (const [i, row] of shown.entries()) {
      setAttributes(row, { 'aria-posinset': first + i + 1, 'aria-setsize': this.count });
    }
    this.list.style.padding = `${first * this.rowHeight}px 0 ${Math.max(0, this.count - last) * this.rowHeight}px`;
    this.markActive(shown[this.active - first] ?? shown[Math.min(MARGIN, shown.length - 1)], shown);
  }

  /** The row that the tab key reaches is among those in sight. */
  private markActive(reached: HTMLElement | undefined, rows: readonly HTMLElement[]): void {
    for (const row of rows) {
      const button = row.querySelector('button');
      if (button !== null) setAttributes(button, { tabindex: row === reached ? 0 : -1 });
    }
  }

  private press(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as Element).closest('li');
    if (by === 0 || row === null || event.shiftKey) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.count - 1, Number(row.getAttribute('aria-posinset')) - 1 + by));
    this.reveal(this.active);
    this.render();
    this.rows.focus(String(this.row(this.active).key));
  }
}
