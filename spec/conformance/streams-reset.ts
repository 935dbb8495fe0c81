// A server that closes before it has read all resets the connection: the client's reads, drains and waits fail.

import type { StreamReader, StreamWriter } from 'yieldstar';
import { type Coroutine, createTask, encode, OSError, openConnection, run, sleep, startServer } from 'yieldstar';
import { say } from './say';

async function handle(reader: StreamReader, writer: StreamWriter) {
  say('received', await reader.readexactly(3));
  say('reading:', writer.transport.isReading());
  await sleep(2);
  writer.close();
  await writer.waitClosed();
  say('closed, with bytes unread');
}

async function attempt(name: string, awaitable: Coroutine<unknown>) {
  try {
    say(name, await awaitable);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    say(name, error);
  }
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0, { limit: 1 });
  const port = server.sockets[0]?.getsockname()[1];
  const [reader, writer] = await openConnection('127.0.0.1', port);
  writer.write(encode('123'));
  await sleep(1);
  for (let i = 0; i < 2; i++) {
    writer.write(encode('456789'));
    await sleep(0.25);
  }
  const reading = createTask(attempt('readline', reader.readline()));
  await reading;
  say('closing:', writer.isClosing(), 'exception:', reader.exception());
  await attempt('read', reader.read());
  await attempt('drain', writer.drain());
  await attempt('wait_closed', writer.waitClosed());
  writer.write(encode('in vain'));
  await attempt('drain', writer.drain());
  writer.close();
  await attempt('wait_closed', writer.waitClosed());
  server.close();
  await server.waitClosed();
  say('done');
}

run(main());
