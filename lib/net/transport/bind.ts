/**
 * Binding: to be given an address of a host, to listen at or to connect from.
 *
 * What is bound is not yet listened at, and clients are refused there: that comes with
 * `startServing`. Nothing is held by it either, so there is nothing to give back.
 *
 * Counterpart: what create_server and _connect_sock say of a `sock.bind` that fails, in asyncio/base_events.py.
 */

import { OSError } from '../../errors';
import type { Address } from '../kernel/address';
import type { Host } from '../kernel/host';
import { osError } from '../kernel/os-error';
import { reprAddress } from './transport-socket';

/** Give `machine`'s address for `wanted`: with a port that is free, where that is 0. @throws OSError that names the address. */
export function bind(machine: Host, wanted: Address): Address {
  try {
    return machine.bind(wanted.host, wanted.port);
  } catch (error) {
    if (!(error instanceof OSError) || error.errno === undefined) throw error;
    const why = error.message.toLowerCase();
    throw new OSError(error.errno, `error while attempting to bind on address ${reprAddress(wanted)}: ${why}`);
  }
}

/** Bind all of `wanted`, but for those that are not `machine`'s. @throws OSError when one is taken, or none is left. */
export function bindAll(machine: Host, wanted: readonly Address[]): Address[] {
  const bound = wanted.flatMap((address) => bindIfOwn(machine, address));
  if (bound.length > 0) return bound;
  throw new OSError(`could not bind on any address out of [${wanted.map(reprAddress).join(', ')}]`);
}

function bindIfOwn(machine: Host, address: Address): Address[] {
  try {
    return [bind(machine, address)];
  } catch (error) {
    if (error instanceof OSError && error.errno === NOT_OURS) return [];
    throw error;
  }
}

const NOT_OURS = osError('EADDRNOTAVAIL').errno;
