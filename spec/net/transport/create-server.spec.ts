import { expect } from 'chai';
import { EventLoop, setEventLoop } from '../../../lib';
import { encode } from '../../../lib/bytes';
import { getNetwork } from '../../../lib/net/kernel/network';
import { createServer } from '../../../lib/net/stream/start-server';
import type { Server } from '../../../lib/net/transport/server';
import { errorText } from '../stream/streams';
import { NotingProtocol, settle } from './connected';

describe('createServer', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const namesOf = (server: Server) => server.sockets.map((socket) => socket.getsockname());
  const serve = (host?: string | null | string[], port?: number) =>
    createServer(() => new NotingProtocol(), host, port);

  it('makes a protocol for each connection', () => {
    const protocols = [new NotingProtocol(), new NotingProtocol()];
    const left = [...protocols];
    loop.runUntilComplete(createServer(() => left.shift() as NotingProtocol, null, 80));
    for (const n of [1, 2])
      getNetwork()
        .localhost.connect('localhost', 80)
        .send(encode(`client ${n}`));
    settle(loop);
    expect(protocols.map(({ told }) => told)).to.deep.equal([
      ['connectionMade', 'dataReceived client 1'],
      ['connectionMade', 'dataReceived client 2'],
    ]);
  });

  it('listens at all addresses where it is told none', () => {
    expect([null, '', undefined].map((host, i) => namesOf(loop.runUntilComplete(serve(host, 80 + i))))).to.deep.equal([
      [['0.0.0.0', 80]],
      [['0.0.0.0', 81]],
      [['0.0.0.0', 82]],
    ]);
  });

  it('listens at several, and once at one of two names', () => {
    const own = getNetwork().localhost.address;
    const server = loop.runUntilComplete(serve(['localhost', own, '127.0.0.1'], 80));
    expect(namesOf(server)).to.deep.equal([
      ['127.0.0.1', 80],
      [own, 80],
    ]);
  });

  it('finds a port that is free, where it is told 0', () => {
    const ports = [serve('127.0.0.1', 0), serve('127.0.0.1', 0)].map((each) => namesOf(loop.runUntilComplete(each))[0]);
    expect([ports[0]?.[1], new Set(ports.map(String)).size]).to.deep.equal([ports[0]?.[1] || 'none', 2]);
  });

  it('is refused where somebody listens already, and then listens nowhere', () => {
    const { address } = getNetwork().localhost;
    loop.runUntilComplete(serve('127.0.0.1', 80));
    const text = errorText(loop, serve([address, '127.0.0.1'], 80));
    const why = '[errno 98] address already in use';
    expect([text, namesOf(loop.runUntilComplete(serve(address, 80)))]).to.deep.equal([
      `OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 80): ${why}`,
      [[address, 80]],
    ]);
  });

  it('is refused without a host and a port', () => {
    expect(errorText(loop, serve())).to.equal('ValueError: Neither host/port nor sock were specified');
  });
});
