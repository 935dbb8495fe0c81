/**
 * View: where in the run the user is, and what he looks at. Keys change it (commands.ts), and
 * the screen follows from it (screen.ts): it is the only state there is.
 *
 * A View is never changed: a command makes a new one of it.
 */

import type { PanelName } from './layout';
import type { Size } from './terminal';

/** What may lie over the panels. */
export type SheetName = 'help' | 'why';

/** What is being typed at the foot of the screen. */
export interface Prompt {
  readonly kind: 'go to' | 'find';
  readonly text: string;
}

export interface View {
  /** Of the window. */
  readonly size: Size;
  readonly step: number;
  /** The panel that the keys are for. */
  readonly focus: PanelName;
  /** Whether that is shown alone. */
  readonly isAlone: boolean;
  readonly sheet: SheetName | undefined;
  /** The number of the event of which the sheet tells why it happened. */
  readonly asked: number;
  /** The rows that were chosen. That of the tasks chooses the task that is shown with its code. */
  readonly cursors: Readonly<Partial<Record<PanelName | SheetName, number>>>;
  readonly prompt: Prompt | undefined;
  /** What was found last. */
  readonly sought: string;
  /** What is said at the foot, until the next key. */
  readonly message: string;
  readonly isPlaying: boolean;
  /** Whether the user has had enough. */
  readonly isOver: boolean;
}

/** Before the first step. */
export const FIRST_VIEW: View = {
  size: { columns: 80, rows: 24 },
  step: 0,
  focus: 'code',
  isAlone: false,
  sheet: undefined,
  asked: 0,
  cursors: {},
  prompt: undefined,
  sought: '',
  message: '',
  isPlaying: false,
  isOver: false,
};
