/**
 * What goes wrong on a network, as Python's errors.
 *
 * An error number decides the class: ECONNREFUSED is a ConnectionRefusedError, ETIMEDOUT a
 * TimeoutError, and one that has no class of its own an OSError. Who knows only that something
 * is an OSError knows the most that it has to: all of these are.
 *
 * Counterpart: the OSError family of Python, errno.h and strerror, and socket.gaierror.
 */

import { nameAfterClass, OSError, TimeoutError } from '../../errors';

/** Something is wrong with a connection (Python's ConnectionError). */
export class ConnectionError extends OSError {}

/**
 * Nobody listens there (Python's ConnectionRefusedError).
 *
 * @example
 * try { yield* openConnection('localhost', 9) } catch (error) {
 *   if (error instanceof ConnectionRefusedError) console.log(error.message);
 * }
 */
export class ConnectionRefusedError extends ConnectionError {}

/** The other end has given up the connection, and said so (Python's ConnectionResetError). */
export class ConnectionResetError extends ConnectionError {}

/** This end has given up the connection (Python's ConnectionAbortedError). */
export class ConnectionAbortedError extends ConnectionError {}

/** Nobody will read what is written (Python's BrokenPipeError). */
export class BrokenPipeError extends ConnectionError {}

/** A call would have to wait, and is not to (Python's BlockingIOError). */
export class BlockingIOError extends OSError {}

/** A name stands for no host (Python's socket.gaierror). */
export class GaiError extends OSError {}

for (const type of [
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  ConnectionAbortedError,
  BrokenPipeError,
  BlockingIOError,
]) {
  nameAfterClass(type);
}
Object.defineProperty(GaiError.prototype, 'name', { value: 'gaierror', writable: true, configurable: true });

/** Linux's numbers, what they mean, and the classes that Python has for them. */
const ERRORS = {
  EBADF: [9, 'Bad file descriptor', OSError],
  EAGAIN: [11, 'Resource temporarily unavailable', BlockingIOError],
  EINVAL: [22, 'Invalid argument', OSError],
  EPIPE: [32, 'Broken pipe', BrokenPipeError],
  EADDRINUSE: [98, 'Address already in use', OSError],
  EADDRNOTAVAIL: [99, 'Cannot assign requested address', OSError],
  ENETUNREACH: [101, 'Network is unreachable', OSError],
  ECONNABORTED: [103, 'Software caused connection abort', ConnectionAbortedError],
  ECONNRESET: [104, 'Connection reset by peer', ConnectionResetError],
  EISCONN: [106, 'Transport endpoint is already connected', OSError],
  ENOTCONN: [107, 'Transport endpoint is not connected', OSError],
  ETIMEDOUT: [110, 'Connection timed out', TimeoutError],
  ECONNREFUSED: [111, 'Connection refused', ConnectionRefusedError],
  EHOSTUNREACH: [113, 'No route to host', OSError],
  EALREADY: [114, 'Operation already in progress', BlockingIOError],
  EINPROGRESS: [115, 'Operation now in progress', BlockingIOError],
} as const;

/** The name of an error number. */
export type ErrorNumber = keyof typeof ERRORS;

/** Make the error of a number, of its class, and with its text: `osError('EPIPE')`. */
export function osError(name: ErrorNumber): OSError {
  const [errno, strerror, type] = ERRORS[name];
  return new type(errno, strerror);
}

/** Make the error of a name that no host has. */
export function unknownName(): GaiError {
  return new GaiError(-2, 'Name or service not known');
}
