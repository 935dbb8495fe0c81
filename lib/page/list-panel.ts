/**
 * ListPanel: a panel that shows things of one kind, a row each: handles, tasks, locks, lines.
 *
 * Its rows are buttons. To press one is to ask about it; where it stands for a task, to look
 * at that task. Rows of what this step has changed have a mark.
 */

import { button, byId, element } from './element';
import type { Row } from './rows';
import type { Actor, Scene, View } from './scene';
import { VirtualList } from './virtual-list';

/** What is said of a thing. */
export interface Entry {
  /** What tells it from the others. */
  readonly key: string | number;
  /** The number of the event to ask about. */
  readonly event: number;
  /** The number of the task to look at. */
  readonly task?: number;
  /** What the row looks like: names of classes. */
  readonly look?: string;
  /** Whether it is what the step is about. */
  readonly current?: boolean;
  /** Texts, each with the name of its class. */
  readonly texts: readonly (readonly [look: string, text: string])[];
}

/** What a panel shows. */
export interface Content<T> {
  /** The id of the list in the page. */
  readonly id: string;
  /** In pixels. */
  readonly rowHeight: number;
  /** What is said where there is nothing. */
  readonly empty: string;
  items(scene: Scene): readonly T[];
  entry(item: T, scene: Scene): Entry;
  /** Which item is to be in sight; -1 for none. */
  inSight?(items: readonly T[], scene: Scene): number;
}

export class ListPanel<T> implements View {
  private readonly list: VirtualList;
  private readonly count = element('span', { class: 'count' });
  private readonly empty: HTMLElement;
  private items: readonly T[] = [];
  private scene: Scene | undefined = undefined;

  constructor(
    private readonly content: Content<T>,
    private readonly actor: Actor,
  ) {
    const list = byId(content.id);
    this.list = new VirtualList(list, content.rowHeight, (i) => this.row(i));
    this.empty = element('p', { class: 'empty' }, content.empty);
    list.after(this.empty);
    list.closest('section')?.querySelector('h2')?.after(this.count);
  }

  show(scene: Scene): void {
    this.scene = scene;
    this.items = this.content.items(scene);
    this.count.textContent = this.items.length === 0 ? '' : this.items.length.toLocaleString('en');
    this.empty.hidden = this.items.length > 0;
    this.list.show(this.items.length, this.content.inSight?.(this.items, scene));
  }

  private row(i: number): Row {
    const scene = this.scene as Scene;
    const entry = this.content.entry(this.items[i] as T, scene);
    const isNews = entry.event > scene.before;
    return { key: entry.key, signature: JSON.stringify([isNews, entry]), make: () => this.make(entry, isNews) };
  }

  private make({ event, task, look = '', current, texts }: Entry, isNews: boolean): HTMLLIElement {
    const act = (): void => (task === undefined ? this.actor.ask(event) : this.actor.choose(task));
    const attributes = {
      class: isNews ? `entry ${look} news` : `entry ${look}`,
      title: texts.map(([, text]) => text).join(' '),
      'aria-current': current ? 'step' : undefined,
    };
    const pieces = texts.map(([kind, text]) =>
      element('span', { class: kind, 'aria-hidden': kind === 'sign' ? 'true' : undefined }, text),
    );
    return element('li', {}, button(attributes, act, ...pieces));
  }
}
