/**
 * The panel of the source: the file where the task stands that is looked at, with its line
 * marked, those of the calls that led there, and the lines where other tasks stand, by their names.
 *
 * Another file can be picked; the next step comes back to the task's.
 */

import type { Place } from '../trace/host';
import type { TaskState } from '../trace/state/task-state';
import { button, byId, element } from './element';
import { highlight, type Token } from './highlight';
import { lineMarks } from './line-marks';
import type { Row } from './rows';
import type { Actor, Scene, View } from './scene';
import { VirtualList } from './virtual-list';

const ROW_HEIGHT = 20;
/** How many names stand beside a line; of more, the first: that of the task that is looked at, if it is there. */
const FEW = 2;

export class SourcePanel implements View {
  private readonly picker = byId<HTMLSelectElement>('source-file');
  private readonly list = new VirtualList(byId('source'), ROW_HEIGHT, (i) => this.row(i));
  /** The files that were shown, as pieces. */
  private readonly highlighted = new Map<string, Token[][]>();
  private file = '';
  private lines: readonly Token[][] = [];
  /** The calls of the task that is looked at, by their lines in this file, and its line. */
  private calls = new Map<number, Place>();
  private current = 0;
  private marks = new Map<number, TaskState[]>();
  private scene: Scene | undefined = undefined;

  constructor(private readonly actor: Actor) {
    this.picker.addEventListener('change', () => {
      if (this.scene !== undefined) this.showFile(this.picker.value, this.scene);
    });
  }

  show(scene: Scene): void {
    if (this.scene === undefined) this.fillPicker(scene);
    this.scene = scene;
    const { header } = scene.run.trace;
    const place = placeOf(scene);
    this.showFile(place?.file ?? (this.file || header.program), scene, place?.line);
  }

  /** Show a place of a call that was clicked on. */
  showPlace({ file, line }: Place): void {
    if (this.scene !== undefined) this.showFile(file, this.scene, line);
  }

  private fillPicker({ run }: Scene): void {
    const { sources } = run.trace.header;
    this.picker.append(
      ...Object.keys(sources).map((file) => element('option', { value: file, title: file }, shortName(file))),
    );
    this.picker.hidden = this.picker.options.length === 0;
  }

  /** Show a file, with line `line` in sight. */
  private showFile(file: string, scene: Scene, line = 0): void {
    this.file = file;
    this.picker.value = file;
    this.lines = this.linesOf(file, scene.run.trace.header.sources[file]);
    this.marks = lineMarks(scene.state, file, scene.task);
    const task = scene.state.tasks.get(scene.task ?? 0);
    const chain = task === undefined || task.status === 'done' ? [] : task.chain;
    this.calls = new Map(chain.filter((place) => place.file === file).map((place) => [place.line, place]));
    this.current = chain.at(-1)?.file === file ? (chain.at(-1)?.line ?? 0) : 0;
    this.list.show(this.lines.length, line - 1);
  }

  private linesOf(file: string, text: string | undefined): Token[][] {
    const known = this.highlighted.get(file);
    if (known !== undefined) return known;
    const missing = `The text of ${shortName(file)} is not in this trace.`;
    const lines = text === undefined ? [[{ kind: undefined, text: missing }]] : highlight(text.trimEnd());
    this.highlighted.set(file, lines);
    return lines;
  }

  private row(i: number): Row {
    const line = i + 1;
    const look = line === this.current ? 'current' : this.calls.has(line) ? 'call' : undefined;
    const tasks = this.marks.get(line) ?? [];
    const names = tasks
      .slice(0, tasks.length > FEW ? 1 : FEW)
      .map(({ task, name }) => ({ task, name, isChosen: task === this.scene?.task }));
    const more = tasks.length - names.length;
    const signature = JSON.stringify([this.file, line, look, names, more]);
    return {
      key: line,
      signature,
      make: () => this.make(line, look, names.length === 0 ? [] : [this.chips(names, more)]),
    };
  }

  private make(line: number, look: string | undefined, chips: readonly HTMLElement[]): HTMLLIElement {
    const text = (this.lines[line - 1] ?? []).map((token) => element('span', { class: token.kind }, token.text));
    return element(
      'li',
      { class: look, 'aria-current': look === 'current' ? 'location' : undefined },
      element('span', { class: 'line-number' }, String(line)),
      element('span', { class: 'line' }, ...text),
      ...chips,
    );
  }

  /** The names beside a line. */
  private chips(names: readonly Chip[], more: number): HTMLElement {
    const chips: HTMLElement[] = names.map(({ task, name, isChosen }) => {
      const look = isChosen ? 'chip chosen' : 'chip';
      return button({ class: look, title: `${name} is here` }, () => this.actor.choose(task), name);
    });
    if (more > 0) chips.push(element('span', { title: `and ${more} more tasks` }, `+${more.toLocaleString('en')}`));
    return element('span', { class: 'chips' }, ...chips);
  }
}

interface Chip {
  readonly task: number;
  readonly name: string;
  readonly isChosen: boolean;
}

/** Where the task stands that is looked at; of one that is done or not begun, where it was last, or made. */
function placeOf({ state, task }: Scene): Place | undefined {
  const looked = state.tasks.get(task ?? 0);
  return looked?.chain.at(-1) ?? looked?.place;
}

function shortName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
