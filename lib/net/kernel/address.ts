/**
 * Address: where on a network one end of a connection is, or a listener.
 *
 * `host` is an IP address, in four parts, as the kernel knows no names. 127.0.0.1 is each
 * host's own way to itself, which no other can go; 0.0.0.0 is every address of the host that
 * listens there.
 *
 * Counterpart: the addresses of AF_INET sockets, which are tuples in Python.
 */

import { OverflowError } from '../../errors';
import { checkInteger } from '../../seconds';

/** A host and a port. */
export interface Address {
  /** The IP address. */
  readonly host: string;
  /** From 0 to 65535. */
  readonly port: number;
}

/** Each host's own address, for itself alone. */
export const LOOPBACK = '127.0.0.1';

/** To listen there is to listen at every address of the host. */
export const ANY = '0.0.0.0';

/** @throws TypeError when `port` is no integer; OverflowError when it is out of range. `call` is the system call that is refused. */
export function checkPort(call: string, port: unknown): void {
  checkInteger(port);
  if ((port as number) < 0 || (port as number) > 65535) throw new OverflowError(`${call}(): port must be 0-65535.`);
}

/** Tell whether `text` is an IP address, and not a name. */
export function isIp(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
}
