/**
 * printProgram: a program as a reader of Python would write it down.
 *
 * It is meant to be read, not to be run: `t1` stands for the task of that number, `f0` for a
 * future that is there when it is first named; see program.ts.
 *
 * Counterpart: none.
 */

import type { Body, Coro, Operand, Program, Statement } from './program';

/** Show `program`, a line a statement. */
export function printProgram(program: Program): string {
  const { mode, eager, sizes, tasks, timers } = program;
  const made = Object.entries(sizes).map(([name, size]) => `${name}(${size})`);
  return [
    `# the loop is run by ${RUN_BY[mode]}${eager ? ', with eager tasks' : ''}`,
    ...(made.length > 0 ? [`# made with: ${made.join(' ')}`] : []),
    ...tasks.flatMap((coro) => block(`async def t${coro.id}():`, bodyOf(coro))),
    ...timers.flatMap(({ delay, body }) => block(`call_later(${delay}):`, body)),
  ].join('\n');
}

const RUN_BY: Record<Program['mode'], string> = {
  forever: 'run_forever()',
  until: 'run_until_complete(), a task after another, and then run_forever()',
  run: 'run()',
  runner: 'a Runner, a task after another',
};

function block(head: string, body: Body): string[] {
  const lines = body.length === 0 ? ['pass'] : body.flatMap(print);
  return [head, ...lines.map((line) => `    ${line}`)];
}

function bodyOf({ late, body }: Pick<Coro, 'late' | 'body'>): Body {
  return late ? [{ op: 'sleep', delay: 0, value: 0 }, ...body] : body;
}

/** What has a body, or a shape of its own; every other statement is the call of a method. */
function print(st: Statement): string[] {
  switch (st.op) {
    case 'return':
      return [`return ${st.value}`];
    case 'await':
      return [`await ${st.on}`];
    case 'raise':
      return [`raise ${st.error}`];
    case 'try':
      return printTry(st);
    case 'call':
      return block('await nested():', st.body);
    case 'repeat':
      return block(`for _ in range(${st.times}):`, st.body);
    case 'generate':
      return block(`async for _ in generator(${st.times}):`, st.body);
    case 'timeout':
      return block(`async with timeout${st.at ? '_at(now + ' : '('}${show(st.delay)}) as timeout${st.id}:`, st.body);
    case 'group':
      return block(`async with TaskGroup() as group${st.id}:`, st.body);
    case 'with':
      return block(`async with ${st.on}:`, st.body);
    default:
      return printCall(st);
  }
}

function printTry(st: Extract<Statement, { op: 'try' }>): string[] {
  const ends = { swallow: [], raise: ['raise'], transform: ['raise ValueError from error'], uncancel: ['uncancel()'] };
  const handler = [...st.handler.flatMap(print), ...ends[st.then]];
  return [
    ...block('try:', st.body),
    `except ${st.catches} as error:`,
    ...(handler.length === 0 ? ['pass'] : handler).map((line) => `    ${line}`),
    ...(st.finally === undefined ? [] : block('finally:', st.finally)),
  ];
}

/** `await gather(f0, t1, t2(), return_exceptions=True)`, and below it what `t2` does. */
function printCall(st: Statement): string[] {
  const { op, on, operands = [], late, body, id, ...options } = st as Parts;
  const args = [...operands.map(name), ...Object.entries(options).map(([key, value]) => `${key}=${show(value)}`)];
  const made = id === undefined ? '' : `${MADE[op] ?? 't'}${id} = `;
  const call = `${SUSPENDS.has(op) ? 'await ' : ''}${made}${on === undefined ? '' : `${on}.`}${op}(${args.join(', ')})`;
  const below = operands.flatMap(whatFollows);
  const lines = body === undefined ? [call] : block(`${call}:`, bodyOf({ late, body }));
  return [...lines, ...below];
}

/** The bodies of coroutines stand below the call that they are given to. */
function whatFollows(operand: Operand): string[] {
  if ('body' in operand) return block(`where t${operand.id}:`, bodyOf(operand)).map((line) => `    ${line}`);
  return 'make' in operand ? printCall(operand.make).slice(1) : [];
}

/** What any statement may be made of. */
interface Parts extends Record<string, unknown> {
  readonly op: string;
  readonly on?: string;
  readonly operands?: readonly Operand[];
  readonly late?: boolean;
  readonly body?: Body;
  readonly id?: number;
}

const MADE: Readonly<Record<string, string>> = { makeGather: 'g', makeShield: 'g', callLater: 'timer' };

const SUSPENDS: ReadonlySet<string> = new Set([
  ...['sleep', 'gather', 'wait', 'waitFor', 'shield', 'asCompleted', 'acquire', 'eventWait', 'condWait'],
  ...['condWaitFor', 'put', 'get', 'join', 'barrierWait', 'barrierReset', 'barrierAbort'],
]);

function name(operand: Operand): string {
  if ('ref' in operand) return operand.ref;
  if ('make' in operand) return (printCall(operand.make)[0] as string).replace('await ', '');
  return operand.spawn ? `create_task(t${operand.id}())` : `t${operand.id}()`;
}

function show(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : String(value);
}
