/**
 * Sight: the means by which this process looks at itself, opened when they are first needed.
 *
 * There is one for the whole process, and it stays: what was found out of the code serves all
 * who look. Where there is no inspector, or it sees another realm than this one (in a sandbox
 * of node:vm), there is none.
 */

import { AsyncCall } from '../native/async-call';
import type { Place } from '../trace/host';
import { lookFrom } from './awaiting-calls';
import { callSites } from './call-sites';
import { CodePositions } from './code-positions';
import type { Delegation } from './delegation';
import { Inspector } from './inspector';
import { nodeModules } from './node';
import { Scripts } from './scripts';
import { SuspendedCall } from './suspended-call';

/** How many calls of a chain are shown with their variables: each takes a fraction of a millisecond, and recursion has many. */
const MAX_WITH_VARIABLES = 20;

let opened: { readonly sight: Sight | undefined } | undefined;

export class Sight {
  /** Of suspended generators, where they were when they were seen last. */
  private readonly seen = new WeakMap<object, { readonly inner: object | null; readonly place: Place }>();
  /** The prototypes of generators that are the library's: each function has its own. */
  private readonly libraryPrototypes = new WeakSet<object>();

  private constructor(
    readonly inspector: Inspector,
    readonly positions: CodePositions,
  ) {}

  /** Give the means; undefined where there are none. */
  static open(): Sight | undefined {
    opened ??= { sight: Sight.tryToOpen() };
    return opened.sight;
  }

  private static tryToOpen(): Sight | undefined {
    const node = nodeModules();
    const inspector = node && Inspector.open(node);
    return node && inspector && new Sight(inspector, new CodePositions(new Scripts(inspector, node)));
  }

  /** Give the place of one call, begun or not; undefined where it is not the program's. */
  placeAt(generator: object): Place | undefined {
    return new SuspendedCall(generator, this.inspector, this.positions).place;
  }

  /** Give the places of the program's calls among `delegations`, with the variables of the innermost. */
  placesOf(delegations: readonly Delegation[], variables: boolean): Place[] {
    const innermost = delegations.length - MAX_WITH_VARIABLES;
    return delegations.flatMap((delegation, i) =>
      AsyncCall.isWaiting(delegation.generator)
        ? this.nativePlacesOf(delegation.generator)
        : (this.placeOf(delegation, variables && i >= innermost) ?? []),
    );
  }

  /** Give the places by which the code waits of a native call that `generator` drives; none where that is no such generator. */
  nativePlacesOf(generator: object): readonly Place[] {
    const receiver = this.inspector.internalsOf(generator).get('[[GeneratorReceiver]]');
    const [call] = this.inspector.valuesOf([receiver]);
    return call instanceof AsyncCall ? call.callsBy((promise) => this.placesAwaiting(promise)) : [];
  }

  private placesAwaiting(promise: object): Place[] {
    const sites = lookFrom(promise, () => callSites(this.placesAwaiting, Infinity)) ?? [];
    const awaiting = sites.filter((site) => site.isAsync());
    return awaiting.flatMap((site) => this.positions.ofCallSite(site)?.place ?? []).reverse();
  }

  /** One that waits by the same generator as when it was seen last is still in the same place. */
  private placeOf({ generator, inner }: Delegation, variables: boolean): Place | undefined {
    if (this.libraryPrototypes.has(Object.getPrototypeOf(generator))) return undefined;
    const seen = this.seen.get(generator);
    if (!variables && seen !== undefined && inner !== null && seen.inner === inner) return seen.place;
    const call = new SuspendedCall(generator, this.inspector, this.positions);
    const { place } = call;
    if (place === undefined) this.libraryPrototypes.add(Object.getPrototypeOf(generator));
    else this.seen.set(generator, { inner, place });
    return place && variables ? { ...place, variables: call.variables() } : place;
  }
}
