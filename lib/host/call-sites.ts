/**
 * Call sites: the calls that are under way, as V8 has them.
 *
 * They are taken raw, with positions in the compiled code: whoever prepares stack traces
 * meanwhile (a compiler's runtime, which maps every line of them) is passed over.
 *
 * Counterpart: sys._getframe.
 */

/** How many calls are taken, if nothing else is asked for: those of this library may stand before the program's. */
const LIMIT = 40;

/** Give the calls that led here, the innermost first, without that of `below` and those inside it. */
export function callSites(below: (...args: never[]) => unknown, limit = LIMIT): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const trace: { stack?: NodeJS.CallSite[] } = {};
  try {
    Error.prepareStackTrace = (_error, sites) => sites;
    Error.stackTraceLimit = limit;
    Error.captureStackTrace(trace, below);
    return Array.isArray(trace.stack) ? trace.stack : [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
}
