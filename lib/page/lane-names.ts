/**
 * LaneNames: the names beside the lanes, as a tree that can be walked with the arrow keys.
 *
 * Only the names in sight are in the document; each says how deep it stands, and which it is
 * of how many, and what its task is doing.
 */

import { type Attributes, byId, element, setAttributes } from './element';
import type { PlacedLane } from './lane-order';
import { SIGNS } from './mood';
import { type Row, Rows } from './rows';
import type { Actor, Scene } from './scene';
import { moodIn, moodTextIn } from './task-mood';
import { AXIS_HEIGHT, LANE_HEIGHT, type Viewport } from './viewport';

/** How many levels are indented: a chain of tasks may be thousands deep. */
const MAX_DEPTH = 8;

export class LaneNames {
  private readonly list = byId('lane-names');
  private readonly rows = new Rows(this.list);
  /** The lane that the tab key reaches. */
  private active = 0;

  constructor(
    private readonly viewport: Viewport,
    private readonly actor: Actor,
    private readonly reveal: (lane: number) => void,
  ) {
    this.list.addEventListener('click', ({ target }) =>
      this.pick((target as Element).closest<HTMLElement>('[role=treeitem]')),
    );
    this.list.addEventListener('keydown', (event) => this.press(event));
  }

  /** Show the names in sight. */
  show(scene: Scene): void {
    const inSight = this.viewport.lanes;
    const reached = inSight.includes(this.active) ? this.active : (inSight[1] ?? 0);
    const names = this.rows.show(inSight.map((i) => this.name(scene.run.lanes[i] as PlacedLane, i, scene)));
    names.forEach((name, i) => {
      const lane = inSight[i] as number;
      name.style.top = `${this.viewport.y(lane) - LANE_HEIGHT / 2 - AXIS_HEIGHT}px`;
      setAttributes(name, { tabindex: lane === reached ? 0 : -1 });
    });
  }

  private name(lane: PlacedLane, i: number, scene: Scene): Row {
    const { text, mood, sign } = lane.task === 0 ? CALLBACKS : describe(lane, scene);
    const isChosen = scene.task === lane.task;
    const name = scene.state.tasks.get(lane.task)?.name ?? lane.name;
    const attributes = {
      role: 'treeitem',
      class: isChosen ? `${mood} chosen` : mood,
      title: text,
      'aria-label': text,
      'aria-level': lane.depth + 1,
      'aria-posinset': lane.position,
      'aria-setsize': lane.siblings,
      'aria-selected': String(isChosen),
      'data-lane': i,
      'data-task': lane.task,
    };
    return {
      key: i,
      signature: JSON.stringify([attributes, name]),
      make: () => make(attributes, sign, name, lane.depth),
    };
  }

  private pick(item: HTMLElement | null): void {
    if (item === null) return;
    this.active = Number(item.dataset.lane);
    const task = Number(item.dataset.task);
    if (task !== 0) this.actor.choose(task);
  }

  private press(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') this.pick((event.target as Element).closest<HTMLElement>('[role=treeitem]'));
    if (by === 0 || event.shiftKey) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.viewport.laneCount - 1, this.active + by));
    this.reveal(this.active);
    this.rows.focus(String(this.active));
  }
}

const CALLBACKS = { text: "callbacks, which are no task's steps", mood: 'callbacks', sign: '∗' };

function make(attributes: Attributes, sign: string, name: string, depth: number): HTMLElement {
  const made = element('div', attributes, element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), name);
  made.style.setProperty('--depth', String(Math.min(depth, MAX_DEPTH)));
  return made;
}

function describe({ task, name }: PlacedLane, scene: Scene): { text: string; mood: string; sign: string } {
  const state = scene.state.tasks.get(task);
  const mood = moodIn(scene, state);
  return { text: `${state?.name ?? name}: ${moodTextIn(scene, state)}`, mood, sign: SIGNS[mood] };
}
