/**
 * What does not hold in every style: specs of spec/, by file and title, each with the reason.
 *
 * Nearly all are about what a coroutine is made of, a generator or an async function, and not
 * about what it does. What is listed is tried all the same, and has to fail.
 */

import type { Style } from '../tools/restyle';

/** Specs that do not hold in some styles. */
interface Exceptions {
  readonly styles: readonly Style[];
  readonly because: string;
  /** The titles, by file. */
  readonly specs: Readonly<Record<string, readonly string[]>>;
}

const EXCEPTIONS: readonly Exceptions[] = [
  {
    styles: ['generators', 'compiled', 'native'],
    because: 'the rewritten file has another name',
    specs: {
      'coroutine/async-functions-result.spec.ts': ['with the name of an async function, in debug mode'],
      'task/task-destroyed.spec.ts': ['is reported if it is pending, and in debug mode with where it was made'],
      'task/task-repr.spec.ts': [
        'while it waits: also where, and for what',
        'while it waits for another task: that task, too',
        'with where its coroutine was created, in debug mode',
      ],
      'task/task-stack.spec.ts': ['says in which file and line it waits'],
    },
  },
  {
    styles: ['compiled', 'native'],
    because: 'no plain generator is left',
    specs: {
      'coroutine/awaitable.spec.ts': ['is true of the call of a generator function alone'],
      'coroutine/coroutine-functions.spec.ts': ['is refused to a second task: it may be awaited only once'],
      'coroutine/coroutine-names.spec.ts': [
        'shows the name that it was given',
        'shows what it is where it was given none: a generator does not tell its name',
      ],
      'task/task-bad-yield.spec.ts': ['is a generator'],
      'task/task-group-entering.spec.ts': ['a plain generator'],
      'task/task-reuse.spec.ts': [
        'refuses a task for a plain generator that another task drives',
        'refuses a task for a plain generator that a task has driven to its end',
        'refuses a task for the generator that is being run',
      ],
      'task/wait-arguments.spec.ts': [
        'refuses a single plain generator, which it tells from a generator of futures by what it yields',
        'finds an empty generator empty by another check, with another error',
      ],
      'task/wait.spec.ts': ['takes any iterable: a set, the values of a map, a generator of futures'],
    },
  },
  {
    styles: ['generators', 'native'],
    because: 'the function tells its name',
    specs: { 'task/task-repr.spec.ts': ['with no name for an async function: JavaScript does not tell'] },
  },
  {
    styles: ['compiled'],
    because: 'the function does not tell its name',
    specs: { 'task/task-cycle.spec.ts': ['are shown with dots where the round closes'] },
  },
  {
    styles: ['compiled'],
    because: 'only the innermost call is a generator that V8 would show',
    specs: {
      'task/task-stack.spec.ts': [
        'has only the outermost of its calls',
        'prints it below a header',
        'has the newest with a limit',
      ],
    },
  },
  {
    styles: ['compiled', 'native'],
    because: 'who awaits is not on the stack',
    specs: {
      'task/task-stack.spec.ts': [
        'has the calls that led here, oldest first',
        'has the calls of its exception, oldest first',
        'prints them as a traceback, with the exception',
      ],
    },
  },
  {
    styles: ['native'],
    because: 'anything may be awaited in JavaScript',
    specs: {
      'coroutine/async-functions.spec.ts': ['throws there and then for anything else, so that it may be caught'],
      'sync/async-with-primitives.spec.ts': ['is the only way: it cannot itself be awaited'],
      'sync/barrier.spec.ts': ['cannot itself be awaited'],
      'sync/event.spec.ts': ['is neither awaited nor entered'],
      'sync/semaphore.spec.ts': ['cannot itself be awaited, which takes no permit'],
      'task/task-bad-await.spec.ts': ['is refused at once, with a TypeError'],
    },
  },
  {
    styles: ['native'],
    because: 'code is closed by an error at its await, which it can catch',
    specs: { 'coroutine/async-functions-closing.spec.ts': ['runs its finally blocks and nothing else'] },
  },
  {
    styles: ['native'],
    because: 'asynchronous generators are those of V8',
    specs: {
      'coroutine/async-generator.spec.ts': [
        "throws Python's TypeError for what is not asynchronously iterable",
        'gives an asynchronous generator that knows its name',
      ],
    },
  },
  {
    styles: ['native'],
    because: 'a rewritten method is no async function, but calls one',
    specs: {
      'coroutine/coroutine-functions.spec.ts': [
        'is true of async functions, arrow functions and methods',
        'is true of an async method that calls super',
      ],
    },
  },
];

/** Whole files. */
const FILES: readonly { readonly styles: readonly Style[]; readonly because: string; readonly file: string }[] = [
  {
    styles: ['native'],
    because: 'about the asynchronous generators of this library, which are not those of V8',
    file: 'coroutine/async-generator-protocol.spec.ts',
  },
  {
    styles: ['generators', 'compiled', 'native'],
    because: 'about native promises, by the side of coroutines in each style',
    file: 'coroutine/native-promises.spec.ts',
  },
  {
    styles: ['native'],
    because: 'awaits plain generators, that of a WaitingLine, which `await` does not know',
    file: 'sync/waiting-line.spec.ts',
  },
  {
    styles: ['native'],
    because: 'a thousand calls deep is too deep for V8, which has less stack for each',
    file: 'task/task-depth.spec.ts',
  },
];

/** The files in which there are exceptions. */
export const FILES_WITH_EXCEPTIONS: readonly string[] = [
  ...EXCEPTIONS.flatMap(({ specs }) => Object.keys(specs)),
  ...FILES.map(({ file }) => file),
];

/** The exceptions in `file`, in `style`: why, by title. */
export function exceptionsIn(file: string, style: Style): ReadonlyMap<string, string> {
  const concern = EXCEPTIONS.filter(({ styles }) => styles.includes(style));
  return new Map(
    concern.flatMap(({ because, specs }) => (specs[file] ?? []).map((title) => [title, because] as const)),
  );
}

/** Tell whether `file` as a whole is an exception in `style`. */
export function isException(file: string, style: Style): boolean {
  return FILES.some((each) => each.file === file && each.styles.includes(style));
}
