/**
 * What the inspector does not show of what a function holds.
 *
 * It lists the variables of the functions around it, but not the `this` of the one around an
 * arrow function; nor the private fields of an object, which the methods of its class reach.
 * Whether there is anything of that kind, the code says. The library has arrow functions
 * of that kind, too, but only where their `this` is reached by another way.
 *
 * Nor does the inspector find what a native async function holds that is suspended.
 */

import { AsyncCall } from '../native/async-call';
import type { Sight } from './sight';

const codeOf = Function.prototype.toString;

/** Tell whether `value` holds something that the inspector does not show. */
export function hidesSomething(value: object, { inspector, positions }: Sight): boolean {
  if (AsyncCall.isWaiting(value)) return true;
  if (typeof value !== 'function' || !isSuspicious(codeOf.call(value))) return false;
  return positions.isOfProgram(inspector.internalsOf(value));
}

function isSuspicious(code: string): boolean {
  if (CLASS.test(code)) return PRIVATE_FIELD.test(code);
  return ARROW.test(code) && /\b(?:this|super)\b/.test(code.replaceAll(HANDED_ON, ''));
}

const CLASS = /^class\b/;
const PRIVATE_FIELD = /(?:^|[\s.;{}*])#[A-Za-z_$]/m;
const ARROW = /^(?:async\s*)?(?:\(|[\w$]+\s*=>)/;

/** In an arrow function that was async before it was compiled, `this` occurs in any case; should it be used, it occurs again. */
const HANDED_ON = '__awaiter(this';
