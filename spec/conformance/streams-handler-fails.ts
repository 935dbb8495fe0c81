// What a handler throws goes to the exception handler, and its connection is closed; a cancelled one goes quietly.

import type { ExceptionContext, StreamReader, StreamWriter, Transport } from 'yieldstar';
import { currentTask, encode, getRunningLoop, openConnection, run, sleep, startServer, ValueError } from 'yieldstar';
import { say } from './say';

async function fail(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('before\n'));
  await sleep(1);
  throw new ValueError('the handler has failed');
}

function* cancel(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('before\n'));
  currentTask()?.cancel();
  yield* sleep(1);
}

function fail_at_once(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('before\n'));
  getRunningLoop().callLater(1, () => writer.close());
  throw new ValueError('the function has failed');
}

function succeed(_reader: StreamReader, writer: StreamWriter) {
  writer.write(encode('before\n'));
  getRunningLoop().callLater(1, () => writer.close());
  return 'what nobody asks for';
}

function report(_loop: unknown, { message, exception, transport }: ExceptionContext) {
  say('reported:', message?.replace(/ connectionMade.*/, ''), '-', exception);
  say('closing:', transport === undefined ? undefined : (transport as Transport).isClosing());
}

async function main() {
  getRunningLoop().setExceptionHandler(report);
  for (const handler of [fail, cancel, fail_at_once, succeed]) {
    say(handler.name);
    const server = await startServer(handler, '127.0.0.1', 0);
    const [reader, writer] = await openConnection('127.0.0.1', server.sockets[0]?.getsockname()[1]);
    say('received', await reader.readline());
    say('received', await reader.readline());
    writer.close();
    server.close();
    await server.waitClosed();
  }
}

run(main());
