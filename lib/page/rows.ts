/**
 * Rows: the rows of a list that are in the document, and as few changes to them as it takes.
 *
 * From one step to the next most rows stay what they are. A row is told by its signature, which
 * has all that its making depends on: one of the same signature is not made again, and one that
 * stays in place is not touched, so that the browser need not lay it out anew. What has the
 * focus keeps it, as long as there is a row with its key.
 */

/** A row to be shown. */
export interface Row {
  /** What tells it from the other rows. */
  readonly key: string | number;
  readonly signature: string;
  make(): HTMLElement;
}

export class Rows {
  private made = new Map<string, HTMLElement>();

  constructor(private readonly list: HTMLElement) {}

  /** Show these rows, and no others. Gives them as elements. */
  show(rows: readonly Row[]): HTMLElement[] {
    const focused = this.focusedKey();
    const made = new Map(rows.map((row) => [row.signature, this.made.get(row.signature) ?? make(row)]));
    this.made = made;
    const elements = rows.map(({ signature }) => made.get(signature) as HTMLElement);
    this.replace(elements);
    if (focused !== undefined) this.focus(focused);
    return elements;
  }

  /** Give the focus to the row with this key, or to the button in it. */
  focus(key: string): void {
    const row = [...this.list.children].find((each) => (each as HTMLElement).dataset.key === key);
    const target = row?.querySelector('button') ?? (row as HTMLElement | undefined);
    if (target !== document.activeElement) target?.focus({ preventScroll: true });
  }

  private replace(rows: readonly HTMLElement[]): void {
    const staying = new Set<Element>(rows);
    for (const row of [...this.list.children]) if (!staying.has(row)) row.remove();
    let next = this.list.firstElementChild;
    for (const row of rows) {
      if (row === next) next = next.nextElementSibling;
      else this.list.insertBefore(row, next);
    }
  }

  private focusedKey(): string | undefined {
    const row = document.activeElement?.closest<HTMLElement>('[data-key]');
    return row?.parentElement === this.list ? row.dataset.key : undefined;
  }
}

function make({ key, make: makeElement }: Row): HTMLElement {
  const element = makeElement();
  element.dataset.key = String(key);
  return element;
}
