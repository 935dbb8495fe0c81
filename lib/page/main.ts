/**
 * The page: reads the trace that is in it, makes its parts, and shows the step that its
 * address names.
 *
 * All is made once, here, and lives as long as the page.
 */

import type { Trace } from '../trace/trace-event';
import { Announcer } from './announcer';
import type { Spacing } from './axis';
import { Controls } from './controls';
import { GoDialog, openHelp } from './dialogs';
import { byId } from './element';
import { FindBar } from './find-bar';
import { listenToKeys } from './keys';
import { LanesView } from './lanes-view';
import { ListPanel } from './list-panel';
import { READY, TIMERS } from './loop-panels';
import { OUTPUT } from './output-panel';
import { PRIMITIVES } from './primitives-panel';
import { RecordedRun } from './recorded-run';
import { SourcePanel } from './source-panel';
import { TaskPanel } from './task-panel';
import { TASKS } from './tasks-panel';
import { Theme } from './theme';
import { Tooltip } from './tooltip';
import { Viewer } from './viewer';
import { WhyPanel } from './why-panel';

const trace: Trace = JSON.parse(byId('trace').textContent ?? '');
const run = new RecordedRun(trace);
byId('program').textContent = trace.header.program.split(/[\\/]/).at(-1) ?? '';
byId('program').title = trace.header.program;

// What is scrolled has to be within reach of the tab key, where there are no buttons in it.
for (const scroller of document.querySelectorAll<HTMLElement>('.reading')) scroller.tabIndex = 0;

const viewer = new Viewer(run);
const controls = new Controls(viewer, run);
const lanes = new LanesView(run, viewer, new Tooltip());
const theme = new Theme(() => lanes.repaint());
const find = new FindBar(run, viewer);
const go = new GoDialog(run, viewer);
const source = new SourcePanel(viewer);
const task = new TaskPanel(viewer, (place) => source.showPlace(place));

viewer.add(controls, lanes, source, task, new WhyPanel(viewer), new Announcer());
viewer.add(new ListPanel(READY, viewer), new ListPanel(TIMERS, viewer), new ListPanel(TASKS, viewer));
viewer.add(new ListPanel(PRIMITIVES, viewer), new ListPanel(OUTPUT, viewer));

const spacing = byId<HTMLSelectElement>('spacing');
const buttons: Readonly<Record<string, () => void>> = {
  'zoom-in': () => lanes.zoom(1.5),
  'zoom-out': () => lanes.zoom(1 / 1.5),
  'zoom-fit': () => lanes.fit(),
  'go-open': () => go.open(),
  'help-open': openHelp,
  theme: () => theme.toggle(),
};
for (const [id, action] of Object.entries(buttons)) byId(id).addEventListener('click', action);
spacing.addEventListener('change', () => lanes.spaceBy(spacing.value as Spacing));

const { actions } = controls;
listenToKeys({
  ArrowRight: actions.on,
  ArrowLeft: actions.back,
  ArrowDown: actions['on-iteration'],
  ArrowUp: actions['back-iteration'],
  'Shift+ArrowRight': actions['on-iteration'],
  'Shift+ArrowLeft': actions['back-iteration'],
  'Shift+ArrowDown': actions['on-iteration'],
  'Shift+ArrowUp': actions['back-iteration'],
  Home: actions.first,
  End: actions.last,
  ' ': actions.play,
  '/': () => find.open(),
  g: () => go.open(),
  '?': openHelp,
  Escape: () => viewer.dismiss(),
  '+': () => lanes.zoom(1.5),
  '-': () => lanes.zoom(1 / 1.5),
  '0': () => lanes.fit(),
});

viewer.followAddress();
