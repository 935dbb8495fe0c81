/**
 * captureOutput: what a program writes, told to a listener in place of being written.
 *
 * `console.log`, and so the library's log, ends in the `write` of a stream, at once; that is
 * replaced while anybody listens. The one who began last is told, as of nested `with` blocks in
 * Python; it does not matter in which order they end.
 *
 * Counterpart: contextlib.redirect_stdout.
 */

import type { OutputStream } from '../trace/host';
import { nodeProcess } from './node';

type Listener = (stream: OutputStream, text: string) => void;
type Callback = (error: null) => void;

/** Who listens, the one who is told last. */
const listeners: Listener[] = [];
/** Gives the streams their own `write` back. */
let restore = (): void => {};

/** Begin to tell `listener` instead of writing; gives the function that ends it. */
export function captureOutput(listener: Listener): () => void {
  const entry: Listener = (stream, text) => listener(stream, text);
  if (listeners.push(entry) === 1) restore = replaceAll();
  return () => {
    const index = listeners.indexOf(entry);
    if (index === -1) return;
    listeners.splice(index, 1);
    if (listeners.length === 0) restore();
  };
}

function replaceAll(): () => void {
  if (nodeProcess === undefined) return () => {};
  const { stdout, stderr } = nodeProcess;
  const restorers = [replaceWrite(stdout, 'out'), replaceWrite(stderr, 'err')];
  return () => {
    for (const restoreOne of restorers) restoreOne();
  };
}

function replaceWrite(stream: NodeJS.WriteStream, name: OutputStream): () => void {
  const own = Object.getOwnPropertyDescriptor(stream, 'write');
  Object.defineProperty(stream, 'write', { value: writer(name), configurable: true, enumerable: true, writable: true });
  return () => {
    if (own === undefined) Reflect.deleteProperty(stream, 'write');
    else Object.defineProperty(stream, 'write', own);
  };
}

/** What stands in for `write`: it may be given an encoding, a callback, both or neither. */
function writer(name: OutputStream) {
  return (chunk: string | Uint8Array, encoding?: BufferEncoding | Callback, callback?: Callback): boolean => {
    const bytes = globalThis.Buffer.from(chunk as string, typeof encoding === 'string' ? encoding : 'utf8');
    listeners.at(-1)?.(name, bytes.toString());
    const whenDone = typeof encoding === 'function' ? encoding : callback;
    if (whenDone !== undefined) nodeProcess?.nextTick(whenDone, null);
    return true;
  };
}
