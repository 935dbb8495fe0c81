/**
 * Where code is: stack frames read from the host's stack traces.
 *
 * V8 gives a trace as text; a Frame is one line of it. Frames of this library are left
 * out, so that what remains is the user's program. A trace costs a few microseconds:
 * only debug mode, errors and reports on waiting tasks take one.
 *
 * Counterpart: asyncio.format_helpers.extract_stack.
 */

/** One call on a stack: in which function, at which line of which file. */
export interface Frame {
  /** The function; `<anonymous>` where it has no name, `<module>` at the top of a file. */
  readonly name: string;
  /** The path of the file. */
  readonly file: string;
  /** Counted from 1, as is the column. */
  readonly line: number;
  readonly column: number;
  /** Set for the call of a generator: what can be suspended. */
  readonly isGenerator?: true;
  /** Set for the call of a native async function that is suspended, and awaits the call above it. */
  readonly isAwaiting?: true;
}

/** Take the stack of the user's calls that led here, oldest first, as Python prints it. */
export function captureStack(): Frame[] {
  return userFrames(parse(wholeTrace()));
}

/** Do as `captureStack` does, from the newest call on of `method`, a method of this library. */
export function captureStackSince(method: string): Frame[] {
  const frames = parse(wholeTrace());
  const end = frames.findIndex((frame) => frame.name.split('.').at(-1) === method && isLibrary(frame));
  return userFrames(end === -1 ? frames : frames.slice(0, end));
}

function wholeTrace(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Infinity;
  try {
    return new Error().stack ?? '';
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Read the user's frames from the trace of `error`, oldest first. */
export function framesOf(error: Error): Frame[] {
  return userFrames(parse(error.stack ?? ''));
}

function userFrames(frames: readonly Frame[]): Frame[] {
  return frames.filter((frame) => !isLibrary(frame)).reverse();
}

/** Show frames as a Python traceback shows them. */
export function formatStack(frames: readonly Frame[]): string {
  return frames.map((frame) => `  File "${frame.file}", line ${frame.line}, in ${frame.name}`).join('\n');
}

/** Show where a frame is: `file:line`. */
export function locationOf(frame: Frame): string {
  return `${frame.file}:${frame.line}`;
}

const FRAME = /^ {4}at (async )?(?:(.*) \()?(.+?):(\d+):(\d+)\)?$/;

/** What V8 shows below the call of a generator: the method that resumed it. */
const RESUMED = /^ {4}at .*\.(next|throw|return) \(<anonymous>\)$/;

function parse(stack: string): Frame[] {
  const frames: Frame[] = [];
  const lines = awaitersInPlace(stack.split('\n'));
  for (const [i, text] of lines.entries()) {
    const match = FRAME.exec(text);
    if (match === null) continue;
    const [, isAsync, name = '<anonymous>', file = '', line, column] = match;
    frames.push({
      name: bareName(name),
      file: file.replace(/^file:\/\//, ''),
      line: Number(line),
      column: Number(column),
      ...(RESUMED.test(lines[i + 1] ?? '') ? { isGenerator: true as const } : {}),
      ...(isAsync === undefined ? {} : { isAwaiting: true as const }),
    });
  }
  return frames;
}

/**
 * Put the lines of a trace in order. V8 names those who await at the very end; here they stand below the
 * job that goes on with what they await, above where Node ran that.
 */
export function awaitersInPlace(lines: readonly string[]): readonly string[] {
  const awaiters = lines.filter((line) => AWAITER.test(line));
  const calls = lines.filter((line) => !AWAITER.test(line));
  const job = calls.findIndex((line) => line.includes(RUNNING_JOBS));
  return job === -1 ? lines : [...calls.slice(0, job), ...awaiters, ...calls.slice(job)];
}

const AWAITER = /^ {4}at async /;

/** Where Node runs jobs. */
const RUNNING_JOBS = 'node:internal/process/task_queues';

/** V8 decorates names: `hello.next`, `Object.hello [as run]`, `new Hello`. */
function bareName(name: string): string {
  if (name === 'Object.<anonymous>') return '<module>';
  return name
    .replace(/ \[as .*\]$/, '')
    .replace(/^new /, '')
    .replace(/\.next$/, '')
    .replace(/^(Object|Module)\./, '');
}

/** The folder this file is in, which is the library's: `.../lib/` or `.../dist/`. */
const LIBRARY = (parse(new Error().stack ?? '')[0]?.file ?? '').replace(/[^/\\]*$/, '');
/** Where its sources are. Once source maps are read, which may be later than now, traces name these. */
const SOURCES = LIBRARY.replace(/dist([/\\])$/, 'lib$1');

function isLibrary(frame: Frame): boolean {
  return isLibraryFile(frame.file);
}

/** Tell whether a file is this library's, or the host's own. */
export function isLibraryFile(file: string): boolean {
  return file.startsWith('node:') || (LIBRARY !== '' && (file.startsWith(LIBRARY) || file.startsWith(SOURCES)));
}
