/**
 * What the keys do: each command makes another View of the one there is.
 *
 * A command changes nothing, and draws nothing: that a View is shown, and for how long, is the
 * business of step-through.ts. What is typed at the foot goes to prompt.ts.
 *
 * Counterpart: the `do_` methods of Python's cmd.Cmd.
 */

import { contentOf } from './contents';
import type { Key } from './key-decoder';
import { COMMAND_OF, type CommandName } from './key-table';
import { type PanelName, panelsOf } from './layout';
import { goBy, goTo, search } from './moves';
import type { Content } from './panel';
import { typeKey } from './prompt';
import type { Timeline } from './timeline';
import type { SheetName, View } from './view';

/** Give the view after `key` was pressed. A key that means nothing changes nothing. */
export function press(view: View, key: Key, timeline: Timeline): View {
  const quiet = { ...view, message: '' };
  if (key === 'ctrl-c') return { ...quiet, isOver: true };
  if (view.prompt !== undefined) return typeKey(quiet, key, timeline);
  const name = COMMAND_OF.get(key);
  return name === undefined ? quiet : COMMANDS[name](quiet, timeline);
}

/** Give the view a step later, while the run is played; at the end it is over. */
export function playOn(view: View, timeline: Timeline): View {
  const moved = goTo(view, timeline, view.step + 1);
  return { ...moved, isPlaying: moved.step < timeline.lastStep };
}

type Command = (view: View, timeline: Timeline) => View;

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  forth: (view, timeline) => goBy(view, timeline, view.step + 1),
  back: (view, timeline) => goBy(view, timeline, view.step - 1),
  iterationForth: (view, timeline) =>
    view.sheet === undefined ? goBy(view, timeline, timeline.iterationAfter(view.step)) : byRows(view, timeline, 1),
  iterationBack: (view, timeline) =>
    view.sheet === undefined ? goBy(view, timeline, timeline.iterationBefore(view.step)) : byRows(view, timeline, -1),
  first: (view, timeline) => goTo(view, timeline, 0),
  last: (view, timeline) => goTo(view, timeline, timeline.lastStep),
  play: (view, timeline) => {
    if (view.step === timeline.lastStep) return { ...view, message: 'This is the last step.' };
    return { ...view, sheet: undefined, isPlaying: !view.isPlaying };
  },
  goTo: (view) => ({ ...view, isPlaying: false, prompt: { kind: 'go to', text: '' } }),
  find: (view) => ({ ...view, isPlaying: false, prompt: { kind: 'find', text: '' } }),
  findNext: (view, timeline) => search(view, timeline, 1),
  findPrevious: (view, timeline) => search(view, timeline, -1),
  why: askWhy,
  nextPanel: (view, timeline) => focusBy(view, timeline, 1),
  previousPanel: (view, timeline) => focusBy(view, timeline, -1),
  tasks: (view) => ({ ...view, sheet: undefined, focus: 'tasks' }),
  rowDown: (view, timeline) => byRows(view, timeline, 1),
  rowUp: (view, timeline) => byRows(view, timeline, -1),
  pageDown: (view, timeline) => byRows(view, timeline, PAGE),
  pageUp: (view, timeline) => byRows(view, timeline, -PAGE),
  enter,
  leave: (view) => {
    if (view.sheet !== undefined) return { ...view, sheet: undefined };
    return view.isAlone ? { ...view, isAlone: false } : { ...view, cursors: {} };
  },
  help: (view) => ({ ...view, isPlaying: false, sheet: view.sheet === 'help' ? undefined : 'help' }),
  quit: (view) => (view.sheet === undefined ? { ...view, isOver: true } : { ...view, sheet: undefined }),
};

const PAGE = 10;

function focusBy(view: View, { extent }: Timeline, by: 1 | -1): View {
  const panels = panelsOf(extent);
  const next = (panels.indexOf(view.focus) + by + panels.length) % panels.length;
  return { ...view, sheet: undefined, focus: panels[next] as PanelName };
}

/** Choose another row in what the keys are for. */
function byRows(view: View, timeline: Timeline, by: number): View {
  const { name, content, chosen } = inFocus(view, timeline);
  const row = Math.max(0, Math.min((chosen ?? content.at ?? 0) + by, content.count - 1));
  return { ...view, cursors: { ...view.cursors, [name]: row } };
}

/** Ask about the chosen row, or else about what ran. */
function askWhy(view: View, timeline: Timeline): View {
  const { events } = timeline.at(view.step);
  const ran = events.find(({ type }) => type === 'resume') ?? events.find(({ type }) => type === 'run');
  const asked = chosenEvent(view, timeline) ?? ran?.n;
  if (asked === undefined) return { ...view, message: 'Nothing has run yet, and no row is chosen.' };
  return { ...view, isPlaying: false, sheet: 'why', asked, cursors: { ...view.cursors, why: 0 } };
}

function enter(view: View, timeline: Timeline): View {
  if (view.sheet === undefined) return { ...view, isAlone: !view.isAlone };
  const event = chosenEvent(view, timeline);
  return event === undefined ? { ...view, sheet: undefined } : goTo(view, timeline, timeline.stepOf(event));
}

function chosenEvent(view: View, timeline: Timeline): number | undefined {
  const { content, chosen } = inFocus(view, timeline);
  return chosen === undefined || chosen >= content.count ? undefined : content.rowAt(chosen).event;
}

/** What the keys are for, and the row that was chosen there. */
function inFocus(view: View, timeline: Timeline): { name: PanelName | SheetName; content: Content; chosen?: number } {
  const name = view.sheet ?? view.focus;
  return { name, content: contentOf(name, timeline, view, view.size.columns), chosen: view.cursors[name] };
}
