import { expect } from 'chai';
import { decode, encode, gather, gevent, net, run, sleep, socket, startServer, time, toThread } from '../../lib';
import { Log } from '../gevent/support';
import { thrownBy } from '../support';
import { addEcho, onNewWorlds, pair } from './support';

describe('A call that stops the world', () => {
  onNewWorlds();

  it('lets the network go on: packets come, and other machines answer', () => {
    addEcho();
    const client = socket.createConnection(['far', 80]);
    client.sendall(encode('hello'));
    expect([decode(client.recv(100)), time.monotonic()]).to.deep.equal(['HELLO', 3]);
  });

  it('lets no task run, on which the network waits as well', () => {
    addEcho();
    const log = new Log();
    const ask = async (name: string) => {
      const client = await socket.createConnection(['far', 80]);
      await client.sendall(encode(name));
      log.note(decode(await client.recv(100)));
    };
    const tick = async () => {
      for (let n = 1; n <= 3; n++) {
        await sleep(1);
        log.note('tick');
      }
    };
    run((async () => await gather([tick(), ask('ann'), ask('bob')]))());
    expect(log.entries).to.deep.equal(['ANN@3', 'BOB@6', 'tick@6', 'tick@7', 'tick@8']);
  });

  it('has each thing happen at its time, on all networks of the loop, though it only sleeps', () => {
    const log = new Log();
    const say = (name: string) => () => {
      log.note(name);
      return undefined;
    };
    const network = new net.Network({ latency: 1 });
    network.addHost('near').respond(80, say('near'));
    net.getNetwork().addHost('far', { latency: 2 }).respond(80, say('far'));
    const clients = [new socket.Socket(network.localhost), new socket.Socket()] as const;
    clients[0].connect(['near', 80]);
    clients[1].connect(['far', 80]);
    for (const client of clients) client.sendall(encode('x'));
    time.sleep(5);
    log.note('slept');
    expect(log.entries).to.deep.equal(['near@7', 'far@8', 'slept@11']);
  });

  it('waits for a client on another machine', () => {
    const network = net.getNetwork();
    const client = network.addHost('far', { latency: 0.5 }).connect(network.localhost.address, 80);
    const [server, [host]] = socket.createServer(['', 80]).accept();
    server.sendall(encode('welcome'));
    server.close();
    time.sleep(1);
    expect([host, decode(client.receive(100) as Uint8Array), time.monotonic()]).to.deep.equal([
      client.local.host,
      'welcome',
      2.5,
    ]);
  });

  it('finds there what has come while another call slept', () => {
    addEcho();
    const client = socket.createConnection(['far', 80]);
    client.sendall(encode('hello'));
    time.sleep(10);
    expect([decode(client.recv(100)), time.monotonic()]).to.deep.equal(['HELLO', 11]);
  });

  it('is awaited by main, too, within a generator that main has run', () => {
    const nap = function* () {
      yield* time.sleep(2);
      return time.monotonic();
    };
    expect(new gevent.Timeout(5).run(nap)).to.equal(2);
  });

  describe('for ever', () => {
    it('is a DeadlockError, which says which call it is, where, and what to do', () => {
      const { client } = pair();
      const { name, message } = thrownBy(() => client.recv(1));
      expect(name).to.equal('DeadlockError');
      expect(message.replace(__filename, 'FILE').replace(/:\d+,/, ':LINE,')).to.equal(
        `socket.recv(), called at FILE:LINE, would block for ever on ${client}: nothing is on its way, and while the ` +
          'call blocks, no task, greenlet or callback of this program runs\n  to let others run meanwhile, use streams ' +
          '(openConnection, startServer), or gevent.monkey.patchAll() before the socket is made',
      );
    });

    it('is a DeadlockError, too, where a task could answer, if it could run', () => {
      const main = async () => {
        await startServer(async (reader, writer) => writer.write(await reader.readline()), 'localhost', 80);
        const client = await socket.createConnection(['localhost', 80]);
        await client.sendall(encode('hello\n'));
        await client.recv(100);
      };
      expect(thrownBy(() => run(main())).message).to.match(/^socket\.recv\(\), called at .* would block for ever on /);
    });

    it('is a DeadlockError, too, where a greenlet could', () => {
      const { client, server } = pair();
      const greenlet = gevent.spawn(function* () {
        yield* client.recv(1);
      });
      gevent.spawn(() => server.send(encode('x')));
      greenlet.join();
      expect(greenlet.exception?.name).to.equal('DeadlockError');
    });

    it('is none where there is a timeout', () => {
      const { client } = pair();
      client.settimeout(3);
      expect(thrownBy(() => client.recv(1)).message).to.equal('timed out');
      expect(time.monotonic()).to.equal(3);
    });
  });

  describe('in a worker thread', () => {
    it('finds what is there already', () => {
      expect(run(toThread(() => decode(echoed('hello'))))).to.equal('hello');
    });

    it('cannot wait for what is not, and says so', () => {
      const main = async () => {
        addEcho();
        await toThread(() => socket.createConnection(['far', 80]));
      };
      const { name, message } = thrownBy(() => run(main()));
      expect([name, message.replace(/<.*>/, 'SOCKET')]).to.deep.equal([
        'RuntimeError',
        'socket.connect() cannot wait on SOCKET in a worker thread: what a worker does is done at one moment here, ' +
          'and nothing comes meanwhile',
      ]);
    });
  });

  /** Send `text` from one socket of this host to another. */
  function echoed(text: string): Uint8Array {
    const { client, server } = pair();
    client.sendall(encode(text));
    return server.recv(100);
  }
});
