/**
 * LatestAwaits: the promises that were awaited last.
 *
 * For each `await` V8 makes a promise that stands for the rest of the code; who makes it, awaits.
 * Of both the latest are kept, and no more, so that it takes next to no time and holds nothing
 * for long. They are asked for where a call waits for a promise that is none of this library's.
 *
 * Counterpart: none.
 */

/** How many are kept. */
const SIZE = 256;

export class LatestAwaits {
  /** The next takes the place of the oldest. */
  private awaited: object[] = [];
  private awaiting: object[] = [];
  private next = 0;

  /** Note that `promise` is awaited, by the code of which `rest` is the rest. */
  note(promise: object, rest: object): void {
    this.awaited[this.next] = promise;
    this.awaiting[this.next] = rest;
    this.next = (this.next + 1) % SIZE;
  }

  /** Keep none. */
  forget(): void {
    this.awaited = [];
    this.awaiting = [];
    this.next = 0;
  }

  /** Give the promises that code awaits of whose rest `isMeant` is true, the oldest first. */
  of(isMeant: (rest: object) => boolean): object[] {
    const found = this.awaited.map((promise, i) => (isMeant(this.awaiting[i] as object) ? promise : undefined));
    const inOrder = [...found.slice(this.next), ...found.slice(0, this.next)];
    return inOrder.filter((promise) => promise !== undefined);
  }
}
