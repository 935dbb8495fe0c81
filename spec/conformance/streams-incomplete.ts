// A server that ends the connection too early: what each way to read makes of the rest, and of the end after it.

import type { StreamReader, StreamWriter } from 'yieldstar';
import {
  type Coroutine,
  EOFError,
  encode,
  IncompleteReadError,
  openConnection,
  run,
  sleep,
  startServer,
} from 'yieldstar';
import { say } from './say';

async function handle(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('the rest'));
  await sleep(1);
  writer.close();
}

async function attempt(name: string, port: number, read: (reader: StreamReader) => Coroutine<Uint8Array>) {
  const [reader, writer] = await openConnection('127.0.0.1', port);
  try {
    say(name, await read(reader));
  } catch (error) {
    if (!(error instanceof IncompleteReadError)) throw error;
    say(name, error);
    say('of', error.expected, 'bytes:', error.partial);
    say('is an EOFError:', error instanceof EOFError);
  }
  say('at the end:', reader.atEof(), 'and then:', await reader.readline(), await reader.read(), await reader.read(1));
  writer.close();
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1] as number;
  await attempt('readline', port, (reader) => reader.readline());
  await attempt('readuntil', port, (reader) => reader.readuntil(encode('!')));
  await attempt('readexactly', port, (reader) => reader.readexactly(100));
  await attempt('read', port, (reader) => reader.read(100));
  await attempt('read', port, (reader) => reader.read());
  server.close();
}

run(main());
