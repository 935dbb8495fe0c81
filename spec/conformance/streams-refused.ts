// Connecting to where nobody listens any more is refused, and so is listening where somebody does already.

import type { StreamReader, StreamWriter } from 'yieldstar';
import { ConnectionRefusedError, encode, gather, OSError, openConnection, run, startServer } from 'yieldstar';
import { say } from './say';

const [ECONNREFUSED, EADDRINUSE] = [111, 98];

function* knock(port: number) {
  try {
    const [reader, writer] = yield* openConnection('127.0.0.1', port);
    say('connected, with', yield* reader.readline());
    writer.close();
    yield* writer.waitClosed();
  } catch (error) {
    if (!(error instanceof ConnectionRefusedError)) throw error;
    say('refused:', error.name, error.errno === ECONNREFUSED, 'OSError:', error instanceof OSError);
    say(error.message.replace(String(port), 'PORT'));
  }
}

function greet(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('welcome\n'));
  writer.close();
}

function* main() {
  let server = yield* startServer(greet, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1] as number;
  yield* gather([knock(port), knock(port)]);
  server.close();
  yield* gather([knock(port), knock(port)]);
  server = yield* startServer(greet, '127.0.0.1', port);
  yield* knock(port);
  try {
    yield* startServer(greet, '127.0.0.1', port);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    say(error.errno === EADDRINUSE, error.message.replace(String(port), 'PORT'));
  }
  server.close();
  yield* server.waitClosed();
  const wrong = [openConnection(), startServer(greet), openConnection('127.0.0.1', port, { limit: 0 })];
  for (const awaitable of wrong) {
    try {
      yield* awaitable;
    } catch (error) {
      say(error);
    }
  }
}

run(main());
