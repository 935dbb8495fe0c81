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

/** A call, and the variables that it sees, by their names. */
interface SeenCall extends PausedCall {
  readonly variables: readonly (readonly [name: string, value: unknown])[];
}

/** Give the values that the calls below `above` will still use; undefined where they cannot be told. */
export function valuesUnderWay(sight: Sight, above: (...args: never[]) => unknown): unknown[] | undefined {
  if (!isProgramWaiting(above)) return [];
  const { inspector, positions } = sight;
  const seen = inspector.whilePaused((calls) => calls.map((call) => seenCall(call, inspector)));
  const named = seen?.map((each) => ({ ...each, script: positions.scripts.withId(each.location.scriptId) }));
  const waiting = named && upToRun(named, ({ functionName, script }) => isNamedRun(functionName, script?.file));
  return waiting?.flatMap(valuesStillUsed).filter(isOfInterest);
}

/** Whether a call of the program will go on with the loop as the tasks leave it. */
function isProgramWaiting(above: (...args: never[]) => unknown): boolean {
  const sites = upToRun(callSites(above, Infinity), (site) => isNamedRun(site.getFunctionName(), site.getFileName()));
  return sites.some((site) => isOfProgram((site.getFileName() ?? '').replace('file://', '')));
}

/** Leave out `run`, and what is below it. It calls the method of that name: of Runner, which closes nothing. */
function upToRun<Call>(calls: readonly Call[], isNamedRun: (call: Call) => boolean): readonly Call[] {
  const method = calls.findIndex(
    (call, i) => isNamedRun(call) && i + 1 < calls.length && isNamedRun(calls[i + 1] as Call),
  );
  return method === -1 ? calls : calls.slice(0, method);
}

function isNamedRun(name: string | null, file: string | null | undefined): boolean {
  return name === 'run' && isLibraryFile(file ?? '');
}

/** The program's own: not the library's or the host's, nor that of those who load or call the program. */
function isOfProgram(file: string): boolean {
  return !isLibraryFile(file) && !/[/\\]node_modules[/\\]/.test(file);
}

function seenCall(call: PausedCall, inspector: Inspector): SeenCall {
  const scopes = call.scopeChain.filter(({ type }) => type !== 'global').map(({ object }) => object);
  const [self, ...objects] = inspector.valuesOf([call.this, ...scopes]);
  return { ...call, variables: [['this', self], ...objects.flatMap((object) => Object.entries(object as object))] };
}

function valuesStillUsed(call: SeenCall & { readonly script: Script | undefined }): unknown[] {
  const { script, variables } = call;
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
