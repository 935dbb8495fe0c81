/**
 * What is in each panel and each sheet, by its name.
 *
 * The one place where names meet the functions that fill them: layout.ts knows where a panel
 * stands, and a panel knows nothing of the others.
 */

import type { TaskState } from '../../trace/state/task-state';
import { codePanel } from './code-panel';
import { helpSheet } from './help-sheet';
import type { PanelName } from './layout';
import { outputPanel } from './output-panel';
import type { Content } from './panel';
import { primitivesPanel } from './primitives-panel';
import { readyPanel } from './ready-panel';
import { stepPanel } from './step-panel';
import { taskPanel } from './task-panel';
import { tasksPanel } from './tasks-panel';
import type { Timeline } from './timeline';
import { timersPanel } from './timers-panel';
import type { SheetName, View } from './view';
import { whySheet } from './why-sheet';

/** Give what is in a panel or a sheet that is so many columns wide. */
export function contentOf(name: PanelName | SheetName, timeline: Timeline, view: View, width: number): Content {
  const moment = timeline.at(view.step);
  const { extent, transcript } = timeline;
  switch (name) {
    case 'code':
      return codePanel(moment, subjectOf(timeline, view), width);
    case 'step':
      return stepPanel(moment);
    case 'output':
      return outputPanel(moment, transcript);
    case 'ready':
      return readyPanel(moment);
    case 'timers':
      return timersPanel(moment, extent);
    case 'tasks':
      return tasksPanel(moment, extent, subjectOf(timeline, view));
    case 'task':
      return taskPanel(moment, subjectOf(timeline, view));
    case 'primitives':
      return primitivesPanel(moment);
    case 'why':
      return whySheet(timeline, moment, view.asked);
    case 'help':
      return helpSheet();
  }
}

/** The task that was chosen; or else the one that has run. */
function subjectOf(timeline: Timeline, { step, cursors }: View): TaskState | undefined {
  const moment = timeline.at(step);
  const chosen = cursors.tasks === undefined ? undefined : [...moment.state.tasks.values()][cursors.tasks];
  return chosen ?? moment.runner;
}
