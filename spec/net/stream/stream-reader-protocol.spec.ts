import { expect } from 'chai';
import { allTasks, currentTask, EventLoop, RuntimeError, setEventLoop, sleep, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import type { Endpoint } from '../../../lib/net/kernel/endpoint';
import { StreamReader } from '../../../lib/net/stream/stream-reader';
import { type ClientConnected, StreamReaderProtocol } from '../../../lib/net/stream/stream-reader-protocol';
import type { StreamWriter } from '../../../lib/net/stream/stream-writer';
import type { SelectorSocketTransport } from '../../../lib/net/transport/selector-socket-transport';
import { collectReports } from '../../support';
import { settle, transportFor } from '../transport/connected';
import { textOf } from './streams';

describe('StreamReaderProtocol', () => {
  let loop: EventLoop;
  let reader: StreamReader;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    reader = new StreamReader({ loop });
  });

  afterEach(() => setEventLoop(null));

  function connected(clientConnected?: ClientConnected): [SelectorSocketTransport, Endpoint] {
    return transportFor(new StreamReaderProtocol(reader, clientConnected, loop));
  }

  it('is made for the running loop, or the one that is set, where it is given none', () => {
    const protocol = new StreamReaderProtocol(reader);
    setEventLoop(null);
    expect(protocol.getCloseWaiter().getLoop()).to.equal(loop);
    expect(() => new StreamReaderProtocol(reader)).to.throw(RuntimeError, 'There is no current event loop');
  });

  it('feeds its reader with what comes, up to the end, and leaves the connection open', () => {
    const [transport, other] = connected();
    other.send(encode('one\ntwo'));
    other.shutdownWrite();
    expect([textOf(loop, reader.read()), transport.isClosing()]).to.deep.equal(['one\ntwo', false]);
  });

  it('has its reader hold back the transport', () => {
    reader = new StreamReader({ loop, limit: 4 });
    const [transport, other] = connected();
    other.send(encode('much too much'));
    settle(loop);
    expect([transport.isReading(), String(reader)]).to.deep.equal([
      false,
      `<StreamReader 13 bytes limit=4 transport=${transport} paused>`,
    ]);
  });

  it('gives its reader the error that ends the connection', () => {
    const [, other] = connected();
    other.abort();
    settle(loop);
    expect(String(reader.exception())).to.equal('ConnectionResetError: [Errno 104] Connection reset by peer');
  });

  it('has nobody complain of that error where nobody waits for the end', () => {
    const reports = collectReports(loop);
    const [, other] = connected();
    other.abort();
    settle(loop);
    loop.close();
    expect(reports).to.deep.equal([]);
  });

  describe('of a server', () => {
    async function echo(client: StreamReader, writer: StreamWriter) {
      writer.write(await client.readline());
      writer.close();
    }

    const styles: [style: string, clientConnected: ClientConnected][] = [
      ['an async function', echo],
      [
        'a generator function',
        function* (client, writer) {
          writer.write(yield* client.readline());
          writer.close();
        },
      ],
      ['a function that makes a task', (client, writer) => void loop.createTask(echo(client, writer))],
    ];
    for (const [style, clientConnected] of styles) {
      it(`calls ${style}, and has its coroutine run`, () => {
        const [transport, other] = connected(clientConnected);
        other.send(encode('hello\n'));
        settle(loop);
        expect([decode(other.receive(100) as Uint8Array), transport.isClosing()]).to.deep.equal(['hello\n', true]);
      });
    }

    it('calls the function as a mere function, so that the coroutine has its name', () => {
      connected(function* greet() {
        yield* sleep(1);
      });
      expect([...allTasks(loop)].map((task) => / coro=<(\S+)/.exec(String(task))?.[1])).to.deep.equal(['greet()']);
    });

    it('ignores whatever else the function gives', () => {
      const reports = collectReports(loop);
      const [transport] = connected(() => 5);
      expect([reports, transport.isClosing()]).to.deep.equal([[], false]);
    });

    it('reports what the coroutine throws, and closes the connection', () => {
      const reports = collectReports(loop);
      const error = new ValueError('failed');
      const [transport] = connected(async () => {
        await sleep(1);
        throw error;
      });
      settle(loop);
      expect([reports, transport.isClosing()]).to.deep.equal([
        [{ message: 'Unhandled exception in client_connected_cb', exception: error, transport }],
        true,
      ]);
    });

    it('closes the connection, and reports nothing, where the task is cancelled', () => {
      const reports = collectReports(loop);
      const [transport] = connected(function* () {
        currentTask()?.cancel();
        yield* sleep(1);
      });
      settle(loop);
      expect([reports, transport.isClosing()]).to.deep.equal([[], true]);
    });

    it('reports what the function itself throws, and leaves the connection open', () => {
      const reports = collectReports(loop);
      const [transport] = connected(() => {
        throw new ValueError('failed');
      });
      expect([reports.map(({ message }) => message), transport.isClosing()]).to.deep.equal([
        ['Exception in callback connectionMade()'],
        false,
      ]);
    });
  });
});
