/**
 * printProgram: a program of greenlets, a line a statement, what is inside a statement below it.
 *
 * Counterpart: ../print-program.ts.
 */

import type { Body, Program, Statement } from './program';

/** Show `program`. */
export function printProgram({ sizes, main }: Program): string {
  const made = sizes.map(({ on, size }) => `${on}(${size ?? ''})`);
  return [...(made.length > 0 ? [`made with: ${made.join(' ')}`] : []), ...block('main:', main)].join('\n');
}

function block(head: string, body: Body): string[] {
  const lines = body.length === 0 ? ['pass'] : body.flatMap(print);
  return [head, ...lines.map((line) => `    ${line}`)];
}

function print(st: Statement): string[] {
  if (st.op === 'try') return [...block('try:', st.body), ...block(`except ${st.catches}:`, st.handler)];
  const on = 'on' in st ? `${st.on}.` : '';
  const id = 'id' in st ? `${nameOf(st)} = ` : '';
  const call = `${id}${on}${st.op}(${Object.entries(st).flatMap(printOption).join(', ')})`;
  return 'body' in st ? block(`${call}:`, st.body) : [call];
}

function nameOf({ op, id }: Statement & { id: number }): string {
  if (op === 'timeout' || op === 'startTimeout') return `timeout${id}`;
  if (op === 'switchTo') return `inner${id}`;
  return op === 'spawnRaw' ? `raw${id}` : `g${id}`;
}

/** What is the same in most is left out. */
function printOption([key, value]: [string, unknown]): string[] {
  if (SHOWN_ELSEWHERE.has(key) || value === null || (key === 'block' && value === true)) return [];
  return [`${key}=${Array.isArray(value) ? `[${value.join(', ')}]` : value}`];
}

const SHOWN_ELSEWHERE = new Set(['op', 'on', 'id', 'body']);
