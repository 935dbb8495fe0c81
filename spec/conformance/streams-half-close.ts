// A client that says that it sends no more, and goes on reading: one direction is closed, the other is not.
import { encode, openConnection, run, type StreamReader, type StreamWriter, sleep, startServer } from 'yieldstar';
import { say } from './say';

async function handle(reader: StreamReader, writer: StreamWriter) {
  const question = await reader.read();
  say('the whole question:', question, 'at the end:', reader.atEof());
  for (let n = 0; n < 3; n++) {
    writer.write(encode(`answer ${n}\n`));
    await sleep(1);
  }
  say('closing:', writer.isClosing());
  writer.close();
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1];
  const [reader, writer] = await openConnection('127.0.0.1', port);
  writer.writelines(['to be', ' or not', ' to be'].map(encode));
  await sleep(1);
  say('it can be:', writer.canWriteEof());
  writer.writeEof();
  writer.writeEof();
  const [mark, nothing] = [encode('?'), encode('')];
  attempt('write', mark, () => writer.write(mark));
  attempt('write', nothing, () => writer.write(nothing));
  attempt('writelines', [mark], () => writer.writelines([mark]));
  attempt('write', 'text', () => writer.write('text' as never));
  await writer.drain();
  say('closing:', writer.isClosing());
  for await (const line of reader) say(line);
  say('the answer has ended, closing:', writer.isClosing());
  writer.close();
  await writer.waitClosed();
  server.close();
  await server.waitClosed();
  say('done');
}

function attempt(method: string, data: unknown, action: () => void) {
  try {
    action();
  } catch (error) {
    say(method, data, error);
  }
}

run(main());
