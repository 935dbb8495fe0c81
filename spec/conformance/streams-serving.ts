// A server that serves for ever is closed when its task is cancelled, and a task that serves is cancelled when it is closed.

import type { Server, StreamReader, StreamWriter } from 'yieldstar';
import { asyncWith, createTask, openConnection, run, sleep, startServer, wait } from 'yieldstar';
import { say } from './say';

function* handle(reader: StreamReader, writer: StreamWriter) {
  say('received', yield* reader.read());
  yield* writer.waitClosed();
  say('closed');
}

function* serve(server: Server) {
  try {
    yield* asyncWith(server, function* (entered) {
      say('entered', entered === server);
      yield* server.serveForever();
    });
  } finally {
    say('no longer serving', server.isServing());
  }
}

function* begin() {
  const server = yield* startServer(handle, '127.0.0.1', 0);
  const serving = createTask(serve(server));
  yield* sleep(1);
  try {
    yield* server.serveForever();
  } catch (error) {
    say('already being awaited:', String(error).includes('is already being awaited'));
  }
  const [, writer] = yield* openConnection('127.0.0.1', server.sockets[0]?.getsockname()[1]);
  return { server, serving, writer };
}

function* main() {
  for (const end of ['cancel', 'close', 'close_clients', 'abort_clients']) {
    const { server, serving, writer } = yield* begin();
    say(end);
    if (end === 'cancel') serving.cancel();
    else server.close();
    if (end === 'close_clients') server.closeClients();
    if (end === 'abort_clients') server.abortClients();
    yield* sleep(1);
    say('done:', serving.done());
    writer.close();
    yield* writer.waitClosed();
    yield* sleep(1);
    say('done:', serving.done());
    server.abortClients();
    yield* wait([serving]);
    say('cancelled:', serving.cancelled());
  }
}

run(main());
