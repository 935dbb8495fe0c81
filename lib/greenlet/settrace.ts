/**
 * settrace: who a program has called at each switch.
 *
 * It is the program's own observer, and may fail: then it is called no more, and its error is
 * thrown in whoever was switched to.
 *
 * Counterpart: greenlet.settrace and greenlet.gettrace.
 */

/** What `settrace` is given. */
export type Tracer = (event: 'switch' | 'throw', args: readonly [origin: object, target: object]) => void;

let tracer: Tracer | undefined;

/**
 * Have `callback` called at each switch, in the greenlet switched to, before it goes on (greenlet.settrace).
 *
 * @param callback told whether a value is brought or an error thrown, by whom, and to whom; undefined for nobody.
 * @returns who was called before.
 * @example
 * settrace((event, [origin, target]) => console.log(event, String(origin), String(target)));
 * greenlet(() => {}).switch(); // told of twice: there, and back
 * settrace(undefined);
 */
export function settrace(callback: Tracer | undefined): Tracer | undefined {
  const before = tracer;
  tracer = callback;
  return before;
}

/**
 * Give what `settrace` was given last (greenlet.gettrace).
 *
 * @example
 * gettrace(); // undefined
 */
export function gettrace(): Tracer | undefined {
  return tracer;
}

/** Tell the tracer of a switch, if there is one. @throws what it throws: it is called no more. @internal */
export function callTracer(event: 'switch' | 'throw', origin: object, target: object): void {
  if (tracer === undefined) return;
  try {
    tracer(event, [origin, target]);
  } catch (error) {
    tracer = undefined;
    throw error;
  }
}
