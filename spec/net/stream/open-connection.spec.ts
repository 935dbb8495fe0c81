import { expect } from 'chai';
import { EventLoop, getRunningLoop, setEventLoop, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import { getNetwork } from '../../../lib/net/kernel/network';
import { openConnection } from '../../../lib/net/stream/open-connection';
import { collectReports } from '../../support';
import { errorText } from './streams';

const PAGE = 'HTTP/1.0 200 OK\r\n\r\nTest message';

describe('openConnection', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    getNetwork()
      .addHost('example.org', { latency: 0.1 })
      .respond(80, (request) => (request.length < 18 ? undefined : { data: encode(PAGE), close: true }));
  });

  afterEach(() => setEventLoop(null));

  it('gives a reader and a writer, to ask and to be answered', () => {
    const reports = collectReports(loop);
    async function main() {
      const [reader, writer] = await openConnection('example.org', 80);
      writer.write(encode('GET / HTTP/1.0\r\n\r\n'));
      const answer = [decode(await reader.readline()), decode(await reader.read())];
      writer.close();
      await writer.waitClosed();
      return answer;
    }
    expect([loop.runUntilComplete(main()), loop.time(), reports]).to.deep.equal([
      ['HTTP/1.0 200 OK\r\n', '\r\nTest message'],
      0.4,
      [],
    ]);
  });

  it('may close before all was read', () => {
    function* main() {
      const [reader, writer] = yield* openConnection('example.org', 80);
      writer.write(encode('GET / HTTP/1.0\r\n\r\n'));
      yield* reader.readline();
      writer.close();
      yield* writer.waitClosed();
      return reader.atEof();
    }
    expect(loop.runUntilComplete(main())).to.equal(false);
  });

  it('gives the reader its limit', () => {
    const [reader] = loop.runUntilComplete(openConnection('example.org', 80, { limit: 5 }));
    expect(String(reader)).to.match(/^<StreamReader limit=5 transport=/);
    expect(errorText(loop, openConnection('example.org', 80, { limit: 0 }))).to.equal(
      'ValueError: Limit cannot be <= 0',
    );
  });

  it('has reads fail with the error that the protocol is told of', () => {
    const [reader, writer] = loop.runUntilComplete(openConnection('example.org', 80));
    const { protocol } = writer as unknown as { protocol: { connectionLost(error: Error): void } };
    protocol.connectionLost(new ValueError('lost'));
    expect(errorText(loop, reader.read())).to.equal('ValueError: lost');
  });

  it('is of the network of the loop that runs it, not of the current one', () => {
    const opening = openConnection('example.org', 80);
    setEventLoop(new EventLoop());
    function* main() {
      const [, writer] = yield* opening;
      return [writer.isClosing(), getRunningLoop() === loop];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([false, true]);
  });
});
