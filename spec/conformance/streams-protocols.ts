// Below the streams are protocols: what a transport calls, and in which order, on both ends of a connection.

import type { Transport } from 'yieldstar';
import { createConnection, createServer, encode, getRunningLoop, Protocol, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

class Telling extends Protocol {
  private transport?: Transport;

  constructor(private readonly name: string) {
    super();
  }

  override connectionMade(transport: Transport) {
    say(this.name, 'connection_made');
    this.transport = transport;
  }

  override dataReceived(data: Uint8Array) {
    say(this.name, 'data_received', data);
    if (data.length === 'fail'.length) throw new ValueError('refused');
    if (data.length === 'question'.length) this.transport?.write(encode('answer'));
  }

  override eofReceived() {
    say(this.name, 'eof_received');
    return this.name === 'patient';
  }

  override connectionLost(error: Error | undefined) {
    say(this.name, 'connection_lost', error);
  }
}

function* converse(name: string, words: string) {
  const server = yield* createServer(() => new Telling(name), '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1];
  const [transport, protocol] = yield* createConnection(() => new Telling('client'), '127.0.0.1', port);
  say('connected', transport.getProtocol() === protocol);
  transport.write(encode(words));
  yield* sleep(1);
  transport.writeEof();
  yield* sleep(1);
  say('closing:', transport.isClosing());
  transport.close();
  server.closeClients();
  server.close();
  yield* server.waitClosed();
}

function* main() {
  getRunningLoop().setExceptionHandler((_loop, { message, exception }) => say('reported:', message, exception));
  yield* converse('server', 'question');
  yield* converse('patient', 'question');
  yield* converse('server', 'fail');
}

run(main());
