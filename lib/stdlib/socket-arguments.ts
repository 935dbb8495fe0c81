/**
 * What the calls of a socket are given: whether it can be meant, and otherwise Python's error.
 *
 * TypeScript sees most of it before; a program in JavaScript is told here. Each is checked by the
 * call itself, and not only where that is awaited.
 *
 * Counterpart: getsockaddrarg and the argument parsers of socketmodule.c. Python's tuple is an array here.
 */

import { OverflowError, ValueError } from '../errors';
import { checkPort } from '../net/kernel/address';
import { osError } from '../net/kernel/os-error';
import { typeName } from '../repr';
import { checkInteger, checkSeconds } from '../seconds';

/** A host, by its name or address, and a port. */
export type SocketAddress = readonly [host: string, port: number];

/** What `shutdown` shuts: reading, writing, or both. */
export const [SHUT_RD, SHUT_WR, SHUT_RDWR] = [0, 1, 2] as const;

/** One of the three. */
export type ShutdownHow = typeof SHUT_RD | typeof SHUT_WR | typeof SHUT_RDWR;

/** @throws TypeError when `address` is no pair of a host and a port; OverflowError when there is no such port. */
export function checkAddress(call: string, address: SocketAddress): void {
  if (!Array.isArray(address)) {
    throw new TypeError(`${call}(): AF_INET address must be an array [host, port], not ${pythonName(address)}`);
  }
  if (address.length !== 2) throw new TypeError('AF_INET address must be a pair (host, port)');
  const [host, port] = address;
  if (typeof host !== 'string') throw new TypeError(`str, bytes or bytearray expected, not ${pythonName(host)}`);
  checkPort(call, port);
}

/** @throws TypeError when `data` is no bytes. */
export function checkBytes(data: unknown): void {
  if (data instanceof Uint8Array) return;
  throw new TypeError(`a bytes-like object is required, not '${pythonName(data)}'`);
}

/** @throws TypeError when `size` is no integer; ValueError when it is negative. */
export function checkSize(size: number): void {
  checkInteger(size);
  if (size < 0) throw new ValueError('negative buffersize in recv');
}

/** @throws TypeError when `how` is no integer; OSError when it is none of the three. */
export function checkHow(how: ShutdownHow): void {
  checkInteger(how);
  if (![SHUT_RD, SHUT_WR, SHUT_RDWR].includes(how)) throw osError('EINVAL');
}

/** Give the seconds that are meant by a timeout; undefined for none. @throws as `settimeout`. */
export function checkTimeout(seconds: number | null | undefined): number | undefined {
  if (seconds === undefined || seconds === null) return undefined;
  checkSeconds('seconds', seconds);
  if (seconds < 0) throw new ValueError('Timeout value out of range');
  if (seconds === Infinity) throw new OverflowError('timestamp out of range for platform time_t');
  return seconds;
}

function pythonName(value: unknown): string {
  return typeof value === 'string' ? 'str' : typeName(value);
}
