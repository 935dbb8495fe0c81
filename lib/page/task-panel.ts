/**
 * The panel of one task: what it is doing, and for what it waits; the calls by which it does
 * so, innermost first, each with its line and its local variables.
 *
 * Each call is a link to its place in the source.
 */

import type { Place, Variable } from '../trace/host';
import type { TaskState } from '../trace/state/task-state';
import { shownPlace, unknownVariables } from '../trace/why/wording';
import { button, byId, element, replaceContent } from './element';
import type { Lane } from './lanes';
import { SIGNS } from './mood';
import type { Actor, Scene, View } from './scene';
import { lifeAround } from './task-life';
import { moodIn, moodTextIn } from './task-mood';
import { hashOf } from './whereabouts';

export class TaskPanel implements View {
  private readonly panel = byId('task');

  constructor(
    private readonly actor: Actor,
    private readonly showPlace: (place: Place) => void,
  ) {}

  show(scene: Scene): void {
    const task = scene.state.tasks.get(scene.task ?? 0);
    const content = task === undefined ? [nothing(scene)] : this.describe(task, scene);
    replaceContent(this.panel, ...content);
  }

  private describe(task: TaskState, scene: Scene): HTMLElement[] {
    const mood = moodIn(scene, task);
    return [
      element('h3', { class: mood }, element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[mood]), task.name),
      button({ class: 'link' }, () => this.actor.ask(task.event), moodTextIn(scene, task)),
      ...this.calls(task),
      this.facts(task, scene),
      ...life(task, scene),
    ];
  }

  private calls({ chain, status }: TaskState): HTMLElement[] {
    if (chain.length === 0 || status === 'done') return [];
    const calls = [...chain].reverse().map((place) => element('li', {}, ...this.call(place)));
    const note = unknownVariables(chain);
    return [
      element('h4', {}, 'Its calls, innermost first'),
      element('ol', { class: 'calls' }, ...calls),
      ...(note === undefined ? [] : [element('p', { class: 'empty' }, note)]),
    ];
  }

  private call(place: Place): HTMLElement[] {
    const link = button({ class: 'link code', title: place.file }, () => this.showPlace(place), shownPlace(place));
    const { variables = [] } = place;
    return variables.length === 0 ? [link] : [link, variableTable(place.name, variables)];
  }

  private facts({ coroutine, kind, place, parent, steps, cancels }: TaskState, { state }: Scene): HTMLElement {
    const maker = state.tasks.get(parent ?? 0);
    return element(
      'dl',
      {},
      ...fact(kind ?? 'coroutine', coroutine),
      ...(maker === undefined ? [] : fact('made by', this.taskLink(maker))),
      ...(place === undefined ? [] : fact('made in', this.placeLink(place))),
      ...fact('steps', String(steps)),
      ...(cancels === 0 ? [] : fact('asked to end', cancels === 1 ? 'once' : `${cancels} times`)),
    );
  }

  private taskLink({ task, name }: TaskState): HTMLElement {
    return button({ class: 'link' }, () => this.actor.choose(task), name);
  }

  private placeLink(place: Place): HTMLElement {
    return button({ class: 'link code', title: place.file }, () => this.showPlace(place), shownPlace(place));
  }
}

function nothing({ state }: Scene): HTMLElement {
  const text = state.tasks.size === 0 ? 'There is no task so far.' : 'No task has taken this step.';
  return element('p', { class: 'empty' }, text);
}

/** What the lane shows, in words. */
function life({ task }: TaskState, { run, step }: Scene): HTMLElement[] {
  const lane = run.lanes[run.laneOf.get(task) ?? 0] as Lane;
  const parts = lifeAround(lane, step, run).map((part) => {
    const isNow = part.step === step;
    const link = element('a', { href: hashOf({ step: part.step, why: undefined }) }, part.text);
    return element('li', { 'aria-current': isNow ? 'step' : undefined }, link);
  });
  return [element('h4', {}, 'Its life'), element('ol', { class: 'life' }, ...parts)];
}

function variableTable(name: string, variables: readonly Variable[]): HTMLElement {
  const rows = variables.map((variable) =>
    element('tr', {}, element('th', { scope: 'row' }, variable.name), element('td', {}, variable.value)),
  );
  return element('table', { 'aria-label': `Variables of ${name}` }, element('tbody', {}, ...rows));
}

function fact(name: string, value: string | HTMLElement): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, value)];
}
