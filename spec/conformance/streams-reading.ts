// The ways to read: by lines, up to separators, by numbers of bytes; and what each does when the limit is passed.

import type { StreamReader, StreamWriter } from 'yieldstar';
import { type Coroutine, encode, type LimitOverrunError, openConnection, run, sleep, startServer } from 'yieldstar';
import { say } from './say';

const PIECES = ['a li', 'ne\nke', 'y=value;1', '23', '45much too long', ' a part!a line', ' that is too long\nlast\n'];

function* handle(_reader: StreamReader, writer: StreamWriter) {
  for (const piece of PIECES) {
    writer.write(encode(piece));
    yield* sleep(1);
  }
  writer.close();
}

function* attempt(name: string, reading: Coroutine<Uint8Array>) {
  try {
    say(name, yield* reading);
  } catch (error) {
    say(name, error);
    return error;
  }
  return undefined;
}

function* main() {
  const server = yield* startServer(handle, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1];
  const [reader, writer] = yield* openConnection('127.0.0.1', port, { limit: 12 });
  yield* attempt('readline', reader.readline());
  yield* attempt('readuntil', reader.readuntil(encode('=')));
  yield* attempt('readuntil', reader.readuntil([encode('---'), encode(';')]));
  yield* attempt('readexactly', reader.readexactly(5));
  yield* attempt('readexactly', reader.readexactly(-1));
  yield* attempt('readuntil', reader.readuntil([]));
  yield* attempt('read', reader.read(0));
  const error = yield* attempt('readuntil', reader.readuntil(encode('!')));
  say('consumed', (error as LimitOverrunError).consumed);
  yield* attempt('read', reader.read(3));
  yield* attempt('read', reader.read(100));
  yield* attempt('readuntil', reader.readuntil(encode('!')));
  yield* attempt('readline', reader.readline());
  yield* attempt('readline', reader.readline());
  writer.close();
  server.close();
}

run(main());
