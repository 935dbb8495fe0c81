/**
 * The code: the file that a task is in, with the line where it waits.
 *
 *     ▶   the task has come here by this step
 *     ▷   and from here
 *     ◂   these tasks wait in this line
 *
 * A task has no line before its first step (then it is shown where it was made), and none any
 * more once it is done; what runs by a callback has none at all, and the code stays where it was.
 */

import type { TaskState } from '../../trace/state/task-state';
import { fileNameOf } from '../../trace/why/wording';
import { cell, columnsOf, line, type Piece, piece } from './line';
import type { Moment } from './moment';
import { type Content, listOf, type Mark, type Row } from './panel';
import { cutText } from './text-width';
import { visible, visibleLines } from './visible-text';

/** Of the width, how much the names of tasks may take. */
const SHARE_OF_NAMES = 0.4;
const TAB = 2;

/** What is known of the lines of a file. */
interface Listing {
  readonly source: readonly string[];
  readonly marks: ReadonlyMap<number, Mark>;
  /** The tasks that wait in a line. */
  readonly tasks: ReadonlyMap<number, readonly TaskState[]>;
  /** The task, and the line where it is. */
  readonly subject: TaskState | undefined;
  readonly here: number | undefined;
  /** How many columns there are for code. */
  readonly width: number;
}

/** Show where `subject` is, in so many columns. */
export function codePanel(moment: Moment, subject: TaskState | undefined, width: number): Content {
  const place = subject && (moment.placeOf(subject) ?? subject.place);
  const file = place?.file ?? moment.index.trace.header.program;
  const title = titleOf(file, place?.line, subject);
  const source = moment.sourceOf(file);
  if (source === undefined) return listOf(title, [{ line: line('This text is not in the trace.') }]);
  const listing: Listing = {
    source,
    marks: marksOf(moment, subject, file),
    tasks: tasksByLine(moment, file),
    subject,
    here: place?.line,
    width: width - digitsOf(source) - 3,
  };
  return { title, count: source.length, at: (place?.line ?? 1) - 1, rowAt: (i) => rowOf(listing, i + 1) };
}

function titleOf(file: string, at: number | undefined, subject: TaskState | undefined): string {
  const name = fileNameOf(file);
  return at === undefined ? name : `${name}:${at} · ${subject?.name}`;
}

/** Where the task was a step ago, and where it is. */
function marksOf(moment: Moment, subject: TaskState | undefined, file: string): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  if (subject === undefined || subject.task !== moment.state.current) return marks;
  const earlier = moment.before.tasks.get(subject.task);
  const from = earlier && moment.placeOf(earlier);
  const to = subject.status === 'done' ? undefined : moment.placeOf(subject);
  if (from?.file === file) marks.set(from.line, '▷');
  if (to?.file === file) marks.set(to.line, '▶');
  return marks;
}

function tasksByLine(moment: Moment, file: string): Map<number, TaskState[]> {
  const tasks = new Map<number, TaskState[]>();
  for (const task of moment.state.tasks.values()) {
    const at = task.status === 'done' ? undefined : moment.placeOf(task, file)?.line;
    const others = tasks.get(at ?? 0);
    if (others !== undefined) others.push(task);
    else if (at !== undefined) tasks.set(at, [task]);
  }
  return tasks;
}

function rowOf({ source, marks, tasks, subject, here, width }: Listing, number: number): Row {
  const isHere = number === here;
  const names = namesOf(tasks.get(number) ?? [], isHere ? subject : undefined, Math.floor(width * SHARE_OF_NAMES));
  const [code = ''] = visibleLines(source[number - 1] ?? '', TAB);
  return {
    mark: marks.get(number),
    event: (isHere ? subject : tasks.get(number)?.[0])?.event,
    line: line(
      piece(`${String(number).padStart(digitsOf(source))} `, 'dim'),
      cell(code, width - columnsOf([names]), isHere ? 'title' : 'plain'),
      names,
    ),
  };
}

/** Name the tasks that wait in a line; where there is no room for all, one of them and how many there are besides. */
function namesOf(tasks: readonly TaskState[], subject: TaskState | undefined, width: number): Piece {
  if (tasks.length === 0) return piece('');
  const all = piece(` ◂ ${tasks.map(({ name }) => name).join(', ')}`, 'dim');
  if (tasks.length < width && columnsOf([all]) <= width) return all;
  const more = tasks.length === 1 ? '' : ` +${tasks.length - 1}`;
  const first = tasks.find(({ task }) => task === subject?.task) ?? (tasks[0] as TaskState);
  return piece(` ◂ ${cutText(visible(first.name), width - more.length - 3)}${more}`, 'dim');
}

function digitsOf(source: readonly string[]): number {
  return String(source.length).length;
}
