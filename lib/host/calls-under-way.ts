/**
 * What the calls of the program will still use that are under way: those that have the loop run.
 *
 * The inspector tells what they hold, but only where a debugger has stopped the program. So it is
 * stopped, for a moment: one who asks from within the process is answered while it stands, and
 * then it goes on by itself. It would not where another debugger is attached; nothing is told then.
 *
 * Of the variables those count that the code names which is still to come (code-to-come.ts).
 *
 * Who called `run` is under way, too, but goes on only when that has ended all tasks and closed
 * the loop, and so is left out.
 *
 * Counterpart: f_back, f_lineno and f_locals of a frame object.
 */

import { isLibraryFile } from '../stack';
import { callSites } from './call-sites';
import { codeToCome } from './code-to-come';
import { isOfInterest } from './contents';
import type { CodeLocation, Inspector, PausedCall, PausedScope } from './inspector';
import type { Script } from './script';
import type { Sight } from './sight';

/** A call, its `this`, and the variables that it sees, by their names. */
interface SeenCall {
  readonly call: PausedCall;
  readonly self: unknown;
  readonly variables: readonly (readonly [name: string, value: unknown])[];
}

/** Give the values that the calls below `above` will still use; undefined where they cannot be told. */
export function valuesUnderWay(sight: Sight, above: (...args: never[]) => unknown): unknown[] | undefined {
  if (!isProgramWaiting(above)) return [];
  const seen = sight.inspector.whilePaused((calls) => calls.map((call) => seenCall(call, sight.inspector)));
  const end = seen?.findIndex((each) => isRun(each, sight)) ?? -1;
  const waiting = end === -1 ? seen : seen?.slice(0, end);
  return waiting?.flatMap((each) => valuesStillUsed(each, sight)).filter(isOfInterest);
}

/** Whether a call of the program will go on with the loop as the tasks leave it. */
function isProgramWaiting(above: (...args: never[]) => unknown): boolean {
  for (const site of callSites(above, Infinity)) {
    const file = site.getFileName() ?? '';
    if (isOfProgram(file.replace('file://', ''))) return true;
    if (isLibraryFile(file) && site.isToplevel() && site.getFunctionName() === 'run') return false;
  }
  return false;
}

/** Whether it is a call of `run`, and not of a method of that name. */
function isRun({ call, self }: SeenCall, { positions }: Sight): boolean {
  if (call.functionName !== 'run' || self !== undefined) return false;
  return isLibraryFile(positions.scripts.withId(call.location.scriptId)?.file ?? '');
}

/** The program's own: not the library's or the host's, nor that of those who load or call the program. */
function isOfProgram(file: string): boolean {
  return !isLibraryFile(file) && !/[/\\]node_modules[/\\]/.test(file);
}

function seenCall(call: PausedCall, inspector: Inspector): SeenCall {
  const scopes = call.scopeChain.filter(({ type }) => type !== 'global').map(({ object }) => object);
  const [self, ...objects] = inspector.valuesOf([call.this, ...scopes]);
  return { call, self, variables: [['this', self], ...objects.flatMap((object) => Object.entries(object as object))] };
}

function valuesStillUsed({ call, variables }: SeenCall, { positions }: Sight): unknown[] {
  const script = positions.scripts.withId(call.location.scriptId);
  if (script === undefined || !isOfProgram(script.file)) return [];
  const names = namesToCome(call, script);
  return variables.filter(([name]) => names.has(name)).map(([, value]) => value);
}

function namesToCome({ location, scopeChain }: PausedCall, script: Script): ReadonlySet<string> {
  const own = scopeChain.find(isWhole);
  if (own === undefined) return new Set();
  const before = script.codeBetween(own.startLocation, location);
  const after = script.codeBetween(location, own.endLocation);
  return new Set(codeToCome(before, after).match(/[\w$]+/g));
}

/** Whether a scope is that of the function, and not of a block in it. */
function isWhole(scope: PausedScope): scope is PausedScope & Record<'startLocation' | 'endLocation', CodeLocation> {
  return scope.type === 'local' && scope.startLocation !== undefined && scope.endLocation !== undefined;
}
