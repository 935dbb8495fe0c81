import { expect } from 'chai';
import { CancelledError, createTask, decode, encode, gevent, run, sleep, socket, time } from '../../lib';
import { onNewWorlds, outcomeOf, pair } from '../stdlib/support';
import { thrownBy } from '../support';
import { Log } from './support';

const CLOSED = 'OSError: [Errno 9] File descriptor was closed in another greenlet';

describe('gevent.monkey.patchAll', () => {
  const printed = onNewWorlds();
  let log: Log;

  beforeEach(() => {
    gevent.monkey.patchAll();
    log = new Log();
  });

  /** What main does in a greenlet: notes what `action` gives, or throws. */
  function noting(action: () => unknown) {
    return gevent.spawn(function* () {
      try {
        const result = yield* action() as Generator<unknown, unknown, unknown>;
        log.note(result instanceof Uint8Array ? decode(result) : String(result));
      } catch (error) {
        log.note(String(error).replace(/another greenlet: .*/, 'another greenlet'));
      }
    });
  }

  it('has greenlets that receive wait together', () => {
    const pairs = [pair(), pair()];
    const waiting = pairs.map(({ server }) => noting(() => server.recv(100)));
    for (const [n, { client }] of pairs.entries()) gevent.spawnLater(2 - n, () => client.send(encode(`of ${n}`)));
    gevent.joinall(waiting);
    expect(log.entries).to.deep.equal(['of 1@1', 'of 0@2']);
  });

  it('lets main be the client of a server that is a greenlet', () => {
    const listener = socket.createServer(['', 80]);
    gevent.spawn(async () => {
      const [server] = await listener.accept();
      for (let data = await server.recv(100); data.length > 0; data = await server.recv(100)) {
        await server.sendall(encode(decode(data).toUpperCase()));
      }
      server.close();
    });
    const client = socket.createConnection(['localhost', 80]);
    client.sendall(encode('hello'));
    const answer = decode(client.recv(100));
    client.shutdown(socket.SHUT_WR);
    expect([answer, decode(client.recv(100))]).to.deep.equal(['HELLO', '']);
  });

  it('lets a task of asyncio receive what another sends', () => {
    const main = async () => {
      const { client, server } = await pairInTask();
      const receiver = createTask(server.recv(100));
      await time.sleep(2);
      await client.sendall(encode('hello'));
      log.note(decode(await receiver));
    };
    run(main());
    expect(log.entries).to.deep.equal(['hello@2']);
  });

  it('lets a task be cancelled that receives', () => {
    const task = async () => {
      const { client, server } = await pairInTask();
      const receiver = createTask(server.recv(100));
      await sleep(1);
      receiver.cancel();
      try {
        await receiver;
      } catch (error) {
        log.note(error instanceof CancelledError);
      }
      await client.sendall(encode('hello'));
      log.note(decode(await server.recv(100)));
    };
    run(task());
    expect(log.entries).to.deep.equal(['true@1', 'hello@1']);
  });

  describe('at one socket', () => {
    it('lets one greenlet wait to read, and another to write', () => {
      const { client, server } = pair();
      const both = [noting(() => client.recv(100)), noting(() => client.sendall(new Uint8Array(1_000_000)))];
      gevent.sleep(1);
      server.send(encode('hello'));
      gevent.sleep(1);
      for (let left = 1_000_000; left > 0; ) left -= server.recv(left).length;
      gevent.joinall(both);
      expect(log.entries).to.deep.equal(['hello@1', 'undefined@2']);
    });

    it('lets only one wait to read: the second is told who does', () => {
      const { client, server } = pair();
      const both = [noting(() => server.recv(100)), noting(() => server.recv(100))];
      gevent.sleep(1);
      client.send(encode('hello'));
      gevent.joinall(both);
      expect(log.entries).to.deep.equal([
        'ConcurrentObjectUseError: This socket is already used by another greenlet@0',
        'hello@1',
      ]);
    });

    it('fails in who waits there, when another closes it', () => {
      const { client, listener } = pair();
      const both = [noting(() => client.recv(100)), noting(() => listener.accept())];
      gevent.sleep(1);
      client.close();
      listener.close();
      gevent.joinall(both);
      expect(log.entries).to.deep.equal([`${CLOSED}@1`, `${CLOSED}@1`]);
    });

    it('fails in who waits to read, when another says that nothing will be read', () => {
      const { client } = pair();
      const greenlet = noting(() => client.recv(100));
      gevent.sleep(1);
      client.shutdown(socket.SHUT_RD);
      greenlet.join();
      expect(log.entries).to.deep.equal([`${CLOSED}@1`]);
    });

    it('waits for no longer than its timeout', () => {
      const { client, server } = pair();
      for (const each of [client, server]) each.settimeout(2);
      const both = [noting(() => client.recv(100)), noting(() => server.recv(100))];
      gevent.spawnLater(1, () => client.send(encode('in time')));
      gevent.joinall(both);
      expect(log.entries).to.deep.equal(['in time@1', 'TimeoutError: timed out@2']);
    });

    it('waits for no longer than a Timeout around it', () => {
      const { client } = pair();
      const timeout = new gevent.Timeout(2);
      expect(thrownBy(() => timeout.run(() => client.recv(100)))).to.equal(timeout);
      expect(gevent.withTimeout(1, () => client.recv(100), { timeoutValue: 'late' })).to.equal('late');
      expect(time.monotonic()).to.equal(3);
    });

    it('waits no more when its greenlet is killed: another may take its place', () => {
      const { client, server } = pair();
      const killed = gevent.spawn(() => client.recv(100));
      gevent.sleep(1);
      killed.kill();
      server.send(encode('hello'));
      expect(decode(client.recv(100))).to.equal('hello');
    });
  });

  it('has a call that waits for ever say who waits where', () => {
    const { client, server } = pair();
    noting(() => server.recv(100));
    const { name, message } = thrownBy(() => client.recv(100));
    expect([name, message.replace(/".*"/, '')]).to.deep.equal([
      'LoopExit',
      `This operation would block forever\n\tmain waits for socket.recv() on ${client}\n\t<Greenlet : <anonymous>> waits for socket.recv() on ${server}`,
    ]);
  });

  it('has a greenlet that forgets yield* told so, by the name of the call', () => {
    const { client } = pair();
    gevent
      .spawn(function* forget() {
        client.recv(100);
      })
      .join();
    expect(printed).to.deep.equal(['<Greenlet "Greenlet-0": forget> failed with RuntimeError']);
  });

  /** What `pair` makes, in a task. */
  async function pairInTask() {
    const listener = socket.createServer(['', 80]);
    const client = await socket.createConnection(['localhost', 80]);
    return { client, server: (await listener.accept())[0] as socket.Socket };
  }
});

describe('A socket made before gevent.monkey.patchAll', () => {
  onNewWorlds();

  it('goes on to stop the world, and what it accepts after does not', () => {
    const log = new Log();
    const { client, listener } = pair();
    gevent.monkey.patchAll();
    gevent.spawnLater(1, () => log.note('timer'));
    client.settimeout(2);
    log.note(outcomeOf(() => client.recv(1)));
    const other = socket.createConnection(listener.getsockname());
    const [accepted] = listener.accept();
    gevent.spawnLater(1, () => other.send(encode('hello')));
    log.note(decode(accepted.recv(100)));
    expect(log.entries).to.deep.equal(['TimeoutError: timed out@2', 'timer@2', 'hello@3']);
  });
});
