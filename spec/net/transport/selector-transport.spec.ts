import { inspect } from 'node:util';
import { expect } from 'chai';
import { EventLoop, setEventLoop } from '../../../lib';
import { encode } from '../../../lib/bytes';
import type { TransportSocket } from '../../../lib/net/transport/transport-socket';
import { NotingProtocol, settle, TOO_MUCH, transportFor } from './connected';

describe('SelectorTransport', () => {
  let loop: EventLoop;
  let protocol: NotingProtocol;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    protocol = new NotingProtocol();
  });

  afterEach(() => setEventLoop(null));

  describe('close', () => {
    it('tells the protocol in the next iteration, once, and closes the endpoint only then', () => {
      const [transport, other] = transportFor(protocol);
      transport.close();
      transport.close();
      const before = [protocol.told.length, transport.isClosing(), other.isReadable()];
      settle(loop);
      expect([before, protocol.told, other.receive(1)?.length]).to.deep.equal([
        [0, true, false],
        ['connectionLost'],
        0,
      ]);
    });

    it('waits until all is sent, and reads no more meanwhile', () => {
      const [transport, other] = transportFor(protocol);
      transport.write(new Uint8Array(TOO_MUCH));
      transport.close();
      other.send(encode('too late'));
      settle(loop);
      const before = protocol.told.slice(1);
      while (other.receive(TOO_MUCH) !== undefined && protocol.told.at(-1) !== 'connectionLost') settle(loop);
      expect([before, protocol.told]).to.deep.equal([[], ['pauseWriting', 'resumeWriting', 'connectionLost']]);
    });
  });

  describe('abort', () => {
    it('drops what is kept, and does not wait', () => {
      const [transport] = transportFor(protocol);
      transport.write(new Uint8Array(TOO_MUCH));
      transport.abort();
      transport.abort();
      const size = transport.getWriteBufferSize();
      settle(loop);
      expect([size, protocol.told]).to.deep.equal([0, ['pauseWriting', 'connectionLost']]);
    });

    it('ends a close that waits', () => {
      const [transport] = transportFor(protocol);
      transport.write(new Uint8Array(TOO_MUCH));
      transport.close();
      transport.abort();
      settle(loop);
      expect(protocol.told.at(-1)).to.equal('connectionLost');
    });
  });

  describe('pauseReading', () => {
    it('leaves what comes where it is until reading is resumed', () => {
      const [transport, other] = transportFor(protocol);
      transport.pauseReading();
      transport.pauseReading();
      other.send(encode('hello'));
      settle(loop);
      const before = [protocol.told.length, transport.isReading()];
      transport.resumeReading();
      transport.resumeReading();
      settle(loop);
      expect([before, protocol.told, transport.isReading()]).to.deep.equal([[0, false], ['dataReceived hello'], true]);
    });

    it('keeps back what has come, and was about to be read', () => {
      const [transport, other] = transportFor(protocol);
      other.send(encode('hello'));
      transport.pauseReading();
      settle(loop);
      expect(protocol.told).to.deep.equal([]);
    });

    it('changes nothing, nor does resuming, where the transport is closing', () => {
      const [transport] = transportFor(protocol);
      transport.close();
      transport.pauseReading();
      transport.resumeReading();
      expect(transport.isReading()).to.equal(false);
    });
  });

  describe('getExtraInfo', () => {
    it('gives both addresses, and the socket, which gives them too', () => {
      const [transport, other] = transportFor(protocol);
      const socket = transport.getExtraInfo('socket') as TransportSocket;
      const own = ['127.0.0.1', other.remote.port];
      const peer = ['127.0.0.1', other.local.port];
      expect([
        [transport.getExtraInfo('sockname'), transport.getExtraInfo('peername')],
        [socket.getsockname(), socket.getpeername()],
      ]).to.deep.equal([
        [own, peer],
        [own, peer],
      ]);
    });

    it('gives for anything else what it was given for that', () => {
      const [transport] = transportFor(protocol);
      expect([transport.getExtraInfo('cipher'), transport.getExtraInfo('cipher', 'none')]).to.deep.equal([
        undefined,
        'none',
      ]);
    });
  });

  it('tells another protocol, once that is set', () => {
    const [transport, other] = transportFor(protocol);
    const second = new NotingProtocol();
    transport.setProtocol(second);
    other.send(encode('hello'));
    settle(loop);
    expect([transport.getProtocol(), protocol.told, second.told]).to.deep.equal([second, [], ['dataReceived hello']]);
  });

  it('names itself, with what it is at, as asyncio does', () => {
    const [transport] = transportFor(protocol);
    const shown = [inspect(transport)];
    transport.pauseReading();
    transport.write(new Uint8Array(TOO_MUCH));
    shown.push(String(transport));
    transport.abort();
    shown.push(String(transport));
    settle(loop);
    shown.push(String(transport));
    const kept = /bufsize=(\d{3,})/.exec(shown[1] as string)?.[1];
    expect(shown).to.deep.equal([
      '<SelectorSocketTransport read=polling write=<idle, bufsize=0>>',
      `<SelectorSocketTransport read=idle write=<polling, bufsize=${kept}>>`,
      '<SelectorSocketTransport closing read=idle write=<idle, bufsize=0>>',
      '<SelectorSocketTransport closed read=idle write=<idle, bufsize=0>>',
    ]);
  });
});
