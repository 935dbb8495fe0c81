import { expect } from 'chai';
import { EventLoop, logger, setEventLoop, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import { SelectorSocketTransport } from '../../../lib/net/transport/selector-socket-transport';
import { collectReports, thrownBy } from '../../support';
import { connect, NotingProtocol, settle, TOO_MUCH, transportFor } from './connected';

describe('SelectorSocketTransport', () => {
  let loop: EventLoop;
  let protocol: NotingProtocol;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    protocol = new NotingProtocol();
  });

  afterEach(() => setEventLoop(null));

  describe('made', () => {
    it('tells the protocol in the next iteration, then lets go whoever waits, and then reads', () => {
      const [own, other] = connect();
      other.send(encode('hello'));
      const waiter = loop.createFuture<void>();
      waiter.addDoneCallback(() => protocol.told.push('waiter'));
      new SelectorSocketTransport(loop, own, protocol, { waiter });
      loop.runOnce();
      const first = [...protocol.told];
      loop.runOnce();
      expect([first, protocol.told, waiter.done()]).to.deep.equal([
        ['connectionMade'],
        ['connectionMade', 'waiter', 'dataReceived hello'],
        true,
      ]);
    });
  });

  describe('reading', () => {
    it('hands on what comes, as it comes', () => {
      const [, other] = transportFor(protocol);
      for (const piece of ['one', 'two']) {
        other.send(encode(piece));
        settle(loop);
      }
      expect(protocol.told).to.deep.equal(['dataReceived one', 'dataReceived two']);
    });

    it('hands on in one piece what came before it was asked for', () => {
      const [, other] = transportFor(protocol);
      for (const piece of ['one', 'two']) other.send(encode(piece));
      settle(loop);
      expect(protocol.told).to.deep.equal(['dataReceived onetwo']);
    });

    it('closes at the end, unless the protocol is to stay open', () => {
      const patient = new NotingProtocol(true);
      const closing = [protocol, patient].map((each) => {
        const [transport, other] = transportFor(each);
        other.shutdownWrite();
        settle(loop);
        return transport.isClosing();
      });
      expect([closing, protocol.told, patient.told]).to.deep.equal([
        [true, false],
        ['eofReceived', 'connectionLost'],
        ['eofReceived'],
      ]);
    });

    it('ends with the error of a connection that is reset', () => {
      const [transport, other] = transportFor(protocol);
      other.abort();
      settle(loop);
      expect([protocol.told, transport.isClosing()]).to.deep.equal([['connectionLost ConnectionResetError'], true]);
    });

    for (const method of ['dataReceived', 'eofReceived']) {
      it(`ends with what ${method} throws, which is reported`, () => {
        const reports = collectReports(loop);
        const failing = new NotingProtocol(true, { [method]: new ValueError('refused') });
        const [transport, other] = transportFor(failing);
        if (method === 'dataReceived') other.send(encode('hello'));
        else other.shutdownWrite();
        settle(loop);
        expect([failing.told.at(-1), transport.isClosing(), reports.map(({ message }) => message)]).to.deep.equal([
          'connectionLost ValueError',
          true,
          [`Fatal error: protocol.${method === 'dataReceived' ? 'data' : 'eof'}_received() call failed.`],
        ]);
      });
    }
  });

  describe('writing', () => {
    it('sends at once what there is room for', () => {
      const [transport, other] = transportFor(protocol);
      transport.write(encode('hello'));
      expect([decode(other.receive(100) as Uint8Array), transport.getWriteBufferSize()]).to.deep.equal(['hello', 0]);
    });

    it('keeps the rest, in order, and sends it as the other end reads', () => {
      const [transport, other] = transportFor(protocol);
      const data = Uint8Array.from({ length: TOO_MUCH }, (_, i) => i % 251);
      transport.write(data.subarray(0, TOO_MUCH - 10));
      transport.writelines([data.subarray(TOO_MUCH - 10, TOO_MUCH - 5), data.subarray(TOO_MUCH - 5)]);
      const received: Uint8Array[] = [];
      for (let piece = other.receive(TOO_MUCH); piece !== undefined; piece = other.receive(TOO_MUCH)) {
        received.push(piece);
        settle(loop);
      }
      expect([Buffer.concat(received).equals(data), transport.getWriteBufferSize()]).to.deep.equal([true, 0]);
    });

    it('closed, is lost once the rest is sent, and then nothing that is done loses it again', () => {
      const [transport, other] = transportFor(protocol);
      transport.write(new Uint8Array(TOO_MUCH));
      transport.close();
      while (other.receive(TOO_MUCH)?.length !== 0) settle(loop);
      transport.abort();
      transport.write(encode('in vain'));
      settle(loop);
      expect(protocol.told).to.deep.equal(['pauseWriting', 'resumeWriting', 'connectionLost']);
    });

    it('refuses what is no bytes, and anything after the end', () => {
      const [transport] = transportFor(protocol);
      const attempts = [() => transport.write('hello' as never), () => transport.writelines(['hello'] as never)];
      const refused = attempts.map(thrownBy);
      transport.writeEof();
      refused.push(...[() => transport.write(encode('')), () => transport.writelines([])].map(thrownBy));
      expect(refused.map(String)).to.deep.equal([
        "TypeError: data argument must be a bytes-like object, not 'str'",
        "TypeError: data argument must be a bytes-like object, not 'str'",
        'RuntimeError: Cannot call write() after write_eof()',
        'RuntimeError: Cannot call writelines() after write_eof()',
      ]);
    });

    it('says that it was all once that is sent, and not before', () => {
      const [transport, other] = transportFor(protocol);
      transport.write(new Uint8Array(TOO_MUCH));
      transport.writeEof();
      let total = 0;
      for (let piece = other.receive(TOO_MUCH); piece?.length !== 0; piece = other.receive(TOO_MUCH)) {
        total += piece?.length ?? 0;
        settle(loop);
      }
      expect([total, transport.isClosing(), transport.canWriteEof()]).to.deep.equal([TOO_MUCH, false, true]);
    });

    it('ends with the error of a connection that nobody reads any more', () => {
      const [transport, other] = transportFor(protocol);
      other.close();
      transport.pauseReading();
      transport.write(encode('to a closed door'));
      transport.write(encode('and again'));
      settle(loop);
      expect(protocol.told).to.deep.equal(['connectionLost BrokenPipeError']);
    });

    it('does nothing once the connection is lost, and from the fifth time on that is logged', () => {
      const [transport] = transportFor(protocol);
      const written: string[] = [];
      const { write } = logger;
      logger.write = (text) => written.push(text);
      try {
        transport.abort();
        for (let n = 1; n <= 6; n++) transport.write(encode('in vain'));
      } finally {
        logger.write = write;
      }
      expect(written).to.deep.equal(Array(2).fill('socket.send() raised exception.'));
    });
  });
});
