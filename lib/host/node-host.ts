/**
 * NodeHost: what Node tells of a program that runs on the loop.
 *
 * Which generator waits by which is noted while the program runs (delegation.ts); where each
 * is, and what it holds, the inspector tells when it is asked (inspector.ts). Source maps lead
 * from there to the source. On another host nothing is known, and nothing fails.
 */

import { drivesAsyncFunction } from '../coroutine/async-functions';
import { isgenerator } from '../coroutine/awaitable';
import { Coroutine, type CoroutineLike } from '../coroutine/coroutine';
import { isLibraryFile } from '../stack';
import type { Host, OutputStream, Place } from '../trace/host';
import { callSites } from './call-sites';
import { valuesUnderWay } from './calls-under-way';
import { captureOutput } from './capture-output';
import { contentsOf } from './contents';
import { delegationsFrom, unwatchDelegation, watchDelegation } from './delegation';
import { hidesSomething } from './hidden';
import { Sight } from './sight';

/**
 * Tell where a suspended coroutine of the program is, and what its variables hold; and what
 * else only Node can tell. A chain of two or three calls takes a millisecond; whatever is asked
 * first, 0.2 seconds more.
 *
 * @example
 * const host = new NodeHost();
 * host.watch();
 * const task = loop.createTask(hello(1));
 * loop.runOnce();
 * host.chainOf(task.getCoro(), { variables: true })[0]?.variables; // hello's: n, which is 1
 * host.unwatch();
 */
export class NodeHost implements Host {
  watch(): void {
    watchDelegation();
  }

  unwatch(): void {
    unwatchDelegation();
  }

  chainOf(coroutine: CoroutineLike<unknown> | undefined, { variables = false } = {}): Place[] {
    const generator = coroutine instanceof Coroutine ? coroutine.generator : coroutine;
    const delegations = delegationsFrom(generator as Generator);
    return look([], (sight) => sight.placesOf(delegations, variables));
  }

  nameOf(coroutine: CoroutineLike<unknown>): string | undefined {
    const generator = coroutine instanceof Coroutine ? coroutine.generator : coroutine;
    return look(undefined, (sight) => {
      const body = drivesAsyncFunction(generator) ? contentsOf(generator, sight).find(isgenerator) : generator;
      return body && (sight.placeAt(body) ?? sight.nativePlacesOf(body)[0])?.name;
    });
  }

  whereNow(): Place | undefined {
    const sight = Sight.open();
    if (sight === undefined) return undefined;
    for (const site of callSites(this.whereNow)) {
      if (isLoopItself(site)) return undefined; // who called the loop has no part in what it runs
      const place = sight.positions.ofCallSite(site)?.place;
      if (place !== undefined) return place;
    }
    return undefined;
  }

  contentsOf(value: object): unknown[] {
    return look([], (sight) => contentsOf(value, sight));
  }

  hidesSomething(value: object): boolean {
    return look(true, (sight) => hidesSomething(value, sight));
  }

  valuesUnderWay(): unknown[] | undefined {
    return look(undefined, (sight) => valuesUnderWay(sight, this.valuesUnderWay));
  }

  captureOutput(listener: (stream: OutputStream, text: string) => void): () => void {
    return captureOutput(listener);
  }
}

function isLoopItself(site: NodeJS.CallSite): boolean {
  return site.getFunctionName() === 'runHandle' && isLibraryFile(site.getFileName() ?? '');
}

/** Find out something by looking; give `otherwise` where that is not possible. */
function look<T>(otherwise: T, find: (sight: Sight) => T): T {
  const sight = Sight.open();
  if (sight === undefined) return otherwise;
  try {
    return find(sight);
  } finally {
    sight.inspector.letGo();
  }
}
