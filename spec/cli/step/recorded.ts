/**
 * What the specs of the terminal's panels use: programs, recorded, and what the screen shows of
 * them after some keys.
 *
 * A program says itself on which line it is going to wait, and what it writes: so that a spec
 * shows source, places and variables as a host would tell them, and nothing else depends on one.
 */

import { type Coroutine, EventLoop } from '../../../lib';
import { press } from '../../../lib/cli/step/commands';
import { textOf } from '../../../lib/cli/step/line';
import type { Moment } from '../../../lib/cli/step/moment';
import type { Content } from '../../../lib/cli/step/panel';
import { drawScreen } from '../../../lib/cli/step/screen';
import { Timeline } from '../../../lib/cli/step/timeline';
import { FIRST_VIEW, type View } from '../../../lib/cli/step/view';
import type { EndEvent } from '../../../lib/trace/event/program-events';
import type { Host, Place } from '../../../lib/trace/host';
import { Recorder } from '../../../lib/trace/record/recorder';
import type { TaskState } from '../../../lib/trace/state/task-state';
import type { Trace, TraceEvent } from '../../../lib/trace/trace-event';

/** What a program tells of itself while it runs. */
export class Narrator {
  private readonly chains = new WeakMap<object, Place[]>();
  private now: Place[] = [];

  constructor(
    readonly loop: EventLoop,
    private readonly recorder: () => Recorder,
  ) {}

  /** The running task is going to wait on `line`, in the function `name`; by way of other calls, if they are given. */
  at(name: string, line: number, variables: Record<string, unknown> = {}, ...outer: Place[]): void {
    this.now = [...outer, placeAt(name, line, variables)];
  }

  /** The program writes a line. */
  say(text: string): void {
    this.recorder().wrote('out', `${text}\n`);
  }

  /** The program writes to the stream of errors. */
  complain(text: string): void {
    this.recorder().wrote('err', `${text}\n`);
  }

  chainOf(coroutine: object): Place[] {
    const chain = this.now.length > 0 ? this.now : (this.chains.get(coroutine) ?? []);
    this.now = [];
    this.chains.set(coroutine, chain);
    return chain;
  }
}

/** A call on `line`, with its variables. */
export function placeAt(name: string, line: number, variables: Record<string, unknown> = {}): Place {
  const shown = Object.entries(variables).map(([variable, value]) => ({ name: variable, value: String(value) }));
  return { name, file: 'app.ts', line, column: 1, variables: shown };
}

/** Record the run of `main`, the text of whose file is `source`. */
export function recorded(source: string, main: (narrator: Narrator) => Coroutine<unknown> | Generator): Trace {
  const loop = new EventLoop();
  const narrator = new Narrator(loop, () => recorder);
  const host: Host = {
    watch: () => {},
    unwatch: () => {},
    chainOf: (coroutine) => (coroutine === undefined ? [] : narrator.chainOf(coroutine)),
    whereNow: () => undefined,
    contentsOf: () => [],
    captureOutput: () => () => {},
  };
  const recorder = new Recorder({ host, findDeadTasks: false });
  loop.setExceptionHandler(() => {});
  loop.observer = recorder.watch(loop);
  const { outcome, text } = runToTheEnd(loop, main(narrator));
  recorder.end(outcome, text);
  const events = recorder.events.map((event) => ('text' in event ? { ...event, text: inApp(event.text) } : event));
  const header = { format: 'yieldstar-trace', version: 2, program: 'app.ts', sources: { 'app.ts': source } } as const;
  return { header, events: events as TraceEvent[] };
}

/** What a text says of the places where the program really is. */
function inApp(text: string | undefined): string | undefined {
  return text?.replace(/ \([^)]*programs\.ts:\d+\)/g, ' (app.ts)');
}

function runToTheEnd(loop: EventLoop, main: Coroutine<unknown> | Generator): Pick<EndEvent, 'outcome' | 'text'> {
  try {
    loop.runUntilComplete(loop.createTask(main as Coroutine<unknown>, { name: 'main' }));
    return { outcome: 'end' };
  } catch (error) {
    return { outcome: 'error', text: String(error) };
  } finally {
    loop.close();
  }
}

/** The view after some keys, in a window of 80x24 unless another size is given; `l*3` is three times `l`. */
export function viewAfter(timeline: Timeline, keys: string, view: Partial<View> = {}): View {
  const pressed = keys.split(' ').filter((key) => key !== '');
  return pressed.reduce<View>(
    (before, key) => {
      const [name = '', times = '1'] = key.split('*');
      let after = before;
      for (let i = 0; i < Number(times); i++) after = press(after, name === 'space' ? ' ' : name, timeline);
      return after;
    },
    { ...FIRST_VIEW, ...view },
  );
}

/** What the screen shows after some keys, without the spaces at the ends of lines. */
export function screenAfter(trace: Trace, keys: string, view: Partial<View> = {}): string {
  const timeline = new Timeline(trace);
  const lines = drawScreen(timeline, viewAfter(timeline, keys, view));
  return lines.map((line) => textOf(line).trimEnd()).join('\n');
}

/** The title of a panel, and its rows with their marks. */
export function contentText({ title, count, rowAt }: Content): string[] {
  const rows = Array.from({ length: count }, (_, i) => rowAt(i));
  return [title, ...rows.map(({ mark = ' ', line }) => `${mark} ${textOf(line)}`.trimEnd())];
}

/** A task, by its name. */
export function taskCalled(name: string, { state }: Moment): TaskState | undefined {
  return [...state.tasks.values()].find((task) => task.name === name);
}
