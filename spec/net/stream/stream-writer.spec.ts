import { expect } from 'chai';
import { EventLoop, setEventLoop, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import type { Endpoint } from '../../../lib/net/kernel/endpoint';
import { StreamReader } from '../../../lib/net/stream/stream-reader';
import { StreamReaderProtocol } from '../../../lib/net/stream/stream-reader-protocol';
import { StreamWriter } from '../../../lib/net/stream/stream-writer';
import type { SelectorSocketTransport } from '../../../lib/net/transport/selector-socket-transport';
import { runBriefly } from '../../support';
import { settle, TOO_MUCH, transportFor } from '../transport/connected';
import { errorText } from './streams';

describe('StreamWriter', () => {
  let loop: EventLoop;
  let reader: StreamReader;
  let transport: SelectorSocketTransport;
  let other: Endpoint;
  let writer: StreamWriter;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    reader = new StreamReader({ loop });
    const protocol = new StreamReaderProtocol(reader, undefined, loop);
    [transport, other] = transportFor(protocol);
    writer = new StreamWriter(transport, protocol, reader);
  });

  afterEach(() => setEventLoop(null));

  it('writes by its transport, whole and in pieces', () => {
    writer.write(encode('one '));
    writer.writelines([encode('two '), encode('three')]);
    expect([decode(other.receive(100) as Uint8Array), writer.transport]).to.deep.equal(['one two three', transport]);
  });

  it('ends what it writes by its transport, and goes on reading', () => {
    const possible = writer.canWriteEof();
    writer.writeEof();
    other.send(encode('answer'));
    const answer = decode(loop.runUntilComplete(reader.read(100)));
    expect([possible, other.receive(1)?.length, answer, writer.isClosing()]).to.deep.equal([true, 0, 'answer', false]);
  });

  it('tells what its transport knows', () => {
    expect([writer.getExtraInfo('peername'), writer.getExtraInfo('cipher', 'none')]).to.deep.equal([
      ['127.0.0.1', other.local.port],
      'none',
    ]);
  });

  describe('drain', () => {
    it('does not yield to the loop where little is kept', () => {
      writer.write(encode('little'));
      const task = loop.createTask(writer.drain());
      loop.runOnce();
      expect(task.done()).to.equal(true);
    });

    it('waits, where much is kept, until little is', () => {
      writer.write(new Uint8Array(TOO_MUCH));
      const task = loop.createTask(writer.drain());
      loop.runOnce();
      const before = task.done();
      while (!task.done() && other.receive(1000) !== undefined) runBriefly(loop, 3);
      expect([before, transport.getWriteBufferSize() <= 16384]).to.deep.equal([false, true]);
    });

    it('throws the error of the reader', () => {
      reader.setException(new ValueError('lost'));
      expect(errorText(loop, writer.drain())).to.equal('ValueError: lost');
    });

    it('throws, where the connection is being closed, an iteration later', () => {
      writer.close();
      expect(errorText(loop, writer.drain())).to.equal('ConnectionResetError: Connection lost');
    });

    it('throws in the end, for one who writes and drains in a loop, when the other end has closed', () => {
      other.close();
      function* main() {
        for (;;) {
          writer.write(encode('foo\n'));
          yield* writer.drain();
        }
      }
      expect(() => loop.runUntilComplete(main())).to.throw(/Broken pipe|Connection lost/);
    });

    it('is named where it waits in vain', () => {
      writer.write(new Uint8Array(TOO_MUCH));
      expect(() => loop.runUntilComplete(writer.drain())).to.throw(/waits for <StreamWriter transport=/);
    });
  });

  describe('waitClosed', () => {
    it('waits until the connection is closed, whoever closes it', () => {
      const task = loop.createTask(writer.waitClosed());
      loop.runOnce();
      const before = task.done();
      writer.close();
      const closing = writer.isClosing();
      loop.runUntilComplete(task);
      expect([before, closing, other.receive(1)?.length]).to.deep.equal([false, true, 0]);
    });

    it('lets the reader come to its end', () => {
      writer.close();
      loop.runUntilComplete(writer.waitClosed());
      expect([reader.atEof(), loop.runUntilComplete(reader.read()).length]).to.deep.equal([true, 0]);
    });

    it('closes with bytes unread as well', () => {
      other.send(encode('never read'));
      settle(loop);
      writer.close();
      loop.runUntilComplete(writer.waitClosed());
      expect(String(reader)).to.match(/^<StreamReader 10 bytes eof/);
    });

    it('throws the error that ended the connection', () => {
      other.abort();
      expect(errorText(loop, writer.waitClosed())).to.equal(
        'ConnectionResetError: [Errno 104] Connection reset by peer',
      );
    });
  });

  it('names itself, with its transport and its reader, as asyncio does', () => {
    expect(String(writer)).to.equal(`<StreamWriter transport=${transport} reader=${reader}>`);
  });
});
