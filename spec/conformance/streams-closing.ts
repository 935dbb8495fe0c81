// After a connection is closed, writing does nothing, and draining fails: at once where that is known, or a moment later.

import type { StreamReader, StreamWriter } from 'yieldstar';
import {
  ConnectionError,
  type Coroutine,
  createTask,
  encode,
  gather,
  openConnection,
  run,
  sleep,
  startServer,
} from 'yieldstar';
import { say } from './say';

async function handle(reader: StreamReader, writer: StreamWriter) {
  say('received', await reader.read());
  writer.write(encode('too late\n'));
  writer.close();
  await writer.waitClosed();
  say('the server has closed');
}

async function attempt(name: string, awaitable: Coroutine<unknown>) {
  try {
    say(name, await awaitable);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    say(name, error);
  }
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0);
  const [host, port] = server.sockets.flatMap((socket) => socket.getsockname()) as [string, number];
  const [reader, writer] = await openConnection(host, port);
  say('peer:', String(writer.getExtraInfo('peername')) === `${host},${port}`);
  say('myself:', (writer.getExtraInfo('sockname') as unknown[])[0]);
  say('nothing:', writer.getExtraInfo('nothing'), writer.getExtraInfo('nothing', 'otherwise'));
  const waiting = createTask(attempt('waits', writer.waitClosed()));
  const reading = createTask(attempt('reads', reader.readline()));
  await sleep(1);
  writer.write(encode('last words'));
  writer.close();
  writer.close();
  say('closing:', writer.isClosing(), 'at the end:', reader.atEof());
  writer.write(encode('in vain'));
  writer.writeEof();
  await attempt('drain', writer.drain());
  say('at the end:', reader.atEof());
  await attempt('drain', writer.drain());
  await attempt('read', reader.read());
  await gather([waiting, reading]);
  await sleep(1);
  server.close();
  await server.waitClosed();
}

run(main());
