// A server that does not serve yet has its address, and refuses clients; an address that is taken, or another host's, is refused.
import { encode, OSError, openConnection, run, type StreamWriter, startServer } from 'yieldstar';
import { say } from './say';

const ELSEWHERE = '192.0.2.1';

function handle(_reader: unknown, writer: StreamWriter) {
  writer.write(encode('welcome\n'));
  writer.close();
}

async function attempt<T>(name: string, awaitable: PromiseLike<T>, port: number): Promise<T | undefined> {
  try {
    const result = await awaitable;
    say(name, 'done');
    return result;
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    say(name, error.errno, error.message.replace(String(port), 'PORT'));
    return undefined;
  }
}

async function knock(port: number, localAddr?: readonly [string, number]) {
  const [reader, writer] = await openConnection('127.0.0.1', port, { localAddr });
  say('read', await reader.read());
  writer.close();
  await writer.waitClosed();
}

async function main() {
  const first = await startServer(handle, '127.0.0.1', 0, { startServing: false });
  const port = first.sockets[0]?.getsockname()[1] as number;
  await attempt('connect', knock(port), port);
  const second = await attempt('bind', startServer(handle, '127.0.0.1', port, { startServing: false }), port);
  await attempt('serve', first.startServing(), port);
  await attempt('connect', knock(port), port);
  if (second !== undefined) await attempt('serve', second.startServing(), port);
  await attempt('bind', startServer(handle, '127.0.0.1', port, { startServing: false }), port);
  first.close();
  await attempt('connect', knock(port), port);
  const third = await startServer(handle, '127.0.0.1', port);
  await attempt('connect', knock(port, ['127.0.0.1', 0]), port);
  await attempt('connect', knock(port, ['127.0.0.1', port]), port);
  await attempt('connect', knock(port, [ELSEWHERE, 0]), port);
  await attempt('bind', startServer(handle, ELSEWHERE, port), port);
  const both = await attempt('bind', startServer(handle, [ELSEWHERE, '127.0.0.1'], 0), port);
  say(both?.sockets.length);
  third.close();
  both?.close();
}

run(main());
