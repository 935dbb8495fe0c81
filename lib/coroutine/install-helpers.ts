/**
 * Puts our helpers where compiled async functions look for them: among the globals.
 *
 * A program that keeps TypeScript's own helpers is not touched: those are local to each
 * of its files.
 */

import { Await, asyncDelegator, asyncGenerator, asyncValues } from './async-generator';
import { awaiter } from './async-functions';

Object.assign(globalThis, {
  __awaiter: awaiter,
  // TypeScript calls it without `new`.
  __await: (operand: unknown) => new Await(operand),
  __asyncGenerator: asyncGenerator,
  __asyncValues: asyncValues,
  __asyncDelegator: asyncDelegator,
});
