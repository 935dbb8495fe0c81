import { expect } from 'chai';
import {
  asyncWith,
  CancelledError,
  createTask,
  EventLoop,
  gather,
  RuntimeError,
  setEventLoop,
  sleep,
} from '../../../lib';
import { encode } from '../../../lib/bytes';
import { openConnection } from '../../../lib/net/stream/open-connection';
import { startServer } from '../../../lib/net/stream/start-server';
import type { StreamReader } from '../../../lib/net/stream/stream-reader';
import type { StreamWriter } from '../../../lib/net/stream/stream-writer';
import type { Server } from '../../../lib/net/transport/server';
import { Log, thrownBy } from '../../support';
import { TOO_MUCH } from './connected';

/** Wait for the end of what the client sends, then close. */
function* serve(reader: StreamReader, writer: StreamWriter) {
  try {
    yield* reader.read();
  } finally {
    writer.close();
    yield* writer.waitClosed();
  }
}

function portOf(server: Server): number {
  return server.sockets[0]?.getsockname()[1] as number;
}

describe('Server', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    log = new Log(loop);
  });

  afterEach(() => setEventLoop(null));

  function start(options = {}): Server {
    return loop.runUntilComplete(startServer(serve, '127.0.0.1', 0, options));
  }

  it('is serving from the beginning until it is closed', () => {
    const server = start();
    const serving = [server.isServing(), server.sockets.length];
    server.close();
    server.close();
    expect([serving, [server.isServing(), server.sockets.length], server.getLoop()]).to.deep.equal([
      [true, 1],
      [false, 0],
      loop,
    ]);
  });

  it('told not to, is serving once that is asked for', () => {
    const server = start({ startServing: false });
    const before = server.isServing();
    loop.runUntilComplete(server.startServing());
    expect([before, server.isServing()]).to.deep.equal([false, true]);
  });

  it('that is not serving yet has its address, and refuses clients', () => {
    const port = portOf(start({ startServing: false }));
    expect(() => loop.runUntilComplete(openConnection('127.0.0.1', port))).to.throw(
      `[Errno 111] Connect call failed ('127.0.0.1', ${port})`,
    );
  });

  it('accepts as many clients as come at once', () => {
    const server = start();
    function* main() {
      const clients = yield* gather(Array.from({ length: 300 }, () => openConnection('127.0.0.1', portOf(server))));
      return clients.length;
    }
    expect(loop.runUntilComplete(main())).to.equal(300);
  });

  describe('waitClosed', () => {
    it('waits until the server is closed, and until its connections are, in whatever order', () => {
      const server = start();
      async function wait(name: string) {
        await server.waitClosed();
        log.note(name);
      }
      async function main() {
        const tasks = [createTask(wait('first'))];
        const [, writer] = await openConnection('127.0.0.1', portOf(server));
        tasks.push(createTask(wait('second')));
        await sleep(1);
        server.close();
        tasks.push(createTask(wait('third')));
        await sleep(1);
        writer.close();
        await gather(tasks);
        await wait('fourth');
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['first@2', 'second@2', 'third@2', 'fourth@2']);
    });

    it('ends where server and client close at once', () => {
      const server = start();
      async function main() {
        const [, writer] = await openConnection('127.0.0.1', portOf(server));
        loop.callSoon(() => server.close());
        loop.callSoon(() => writer.close());
        await server.waitClosed();
      }
      expect(() => loop.runUntilComplete(main())).not.to.throw();
    });

    it('is named where nobody closes', () => {
      const server = start();
      expect(() => loop.runUntilComplete(server.waitClosed())).to.throw(/waits for <Server sockets=/);
    });
  });

  describe('closeClients and abortClients', () => {
    it('end the connections, so that those who wait for the server go on', () => {
      for (const end of ['closeClients', 'abortClients'] as const) {
        const server = start();
        function* main() {
          yield* openConnection('127.0.0.1', portOf(server));
          const waiting = createTask(server.waitClosed());
          yield* sleep(1);
          server.close();
          server[end]();
          yield* waiting;
          log.note(end);
        }
        loop.runUntilComplete(main());
      }
      expect(log.entries).to.deep.equal(['closeClients@1', 'abortClients@2']);
    });

    it('differ in that the one waits for what is to be sent', () => {
      let kept: number[] = [];
      function* main() {
        const write = (_reader: StreamReader, { transport }: StreamWriter) => {
          transport.write(new Uint8Array(TOO_MUCH));
          loop.callLater(1, () => {
            server.closeClients();
            kept = [transport.getWriteBufferSize()];
            server.abortClients();
            kept.push(transport.getWriteBufferSize());
          });
        };
        const server = yield* startServer(write, '127.0.0.1', 0);
        yield* openConnection('127.0.0.1', portOf(server), { limit: 10 });
        yield* sleep(2);
      }
      loop.runUntilComplete(main());
      expect([(kept[0] as number) > 0, kept[1]]).to.deep.equal([true, 0]);
    });
  });

  describe('serveForever', () => {
    it('serves until cancelled, then closes, waits for the connections, and ends as cancelled', () => {
      const server = start({ startServing: false });
      async function handleOne() {
        const serving = createTask(asyncWith(server, () => server.serveForever()));
        await sleep(1);
        const [reader, writer] = await openConnection('127.0.0.1', portOf(server));
        serving.cancel();
        await sleep(1);
        log.note(`serving ${server.isServing()}, done ${serving.done()}`);
        writer.write(encode('still here'));
        writer.close();
        await reader.read();
        await serving;
      }
      expect(() => loop.runUntilComplete(handleOne())).to.throw(CancelledError);
      expect(log.entries).to.deep.equal(['serving false, done false@2']);
    });

    it('is cancelled when the server is closed', () => {
      const server = start();
      const serving = loop.createTask(server.serveForever());
      loop.callLater(1, () => server.close());
      expect(() => loop.runUntilComplete(serving)).to.throw(CancelledError);
    });

    it('is for one task, and for no server that was closed', () => {
      const server = start();
      const shown = String(server);
      loop.createTask(server.serveForever());
      loop.runOnce();
      const errors = [thrownBy(() => loop.runUntilComplete(server.serveForever()))];
      server.close();
      errors.push(thrownBy(() => loop.runUntilComplete(server.serveForever())));
      expect(errors.map(String)).to.deep.equal([
        `RuntimeError: server ${shown} is already being awaited on serve_forever()`,
        'RuntimeError: server <Server sockets=()> is closed',
      ]);
    });
  });

  it('left by asyncWith is closed, and waited for', () => {
    const server = start();
    function* main() {
      const [, writer] = yield* asyncWith(server, (entered) => openConnection('127.0.0.1', portOf(entered)));
      return writer;
    }
    loop.callLater(5, () => server.closeClients());
    loop.runUntilComplete(main());
    expect([loop.time(), server.isServing()]).to.deep.equal([5, false]);
  });

  it('names itself, with its sockets, as asyncio does', () => {
    const server = start();
    expect(String(server)).to.equal(
      `<Server sockets=(<asyncio.TransportSocket laddr=('127.0.0.1', ${portOf(server)})>,)>`,
    );
  });

  it('refuses to serve again once closed', () => {
    const server = start();
    server.close();
    expect(() => loop.runUntilComplete(server.startServing())).to.throw(RuntimeError, 'is closed');
  });
});
