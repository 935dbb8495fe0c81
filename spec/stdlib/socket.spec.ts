import { expect } from 'chai';
import { decode, type EventLoop, encode, getEventLoop, gevent, net, run, socket, time } from '../../lib';
import { tap } from '../net/kernel/world';
import { addEcho, onNewWorlds, outcomeOf } from './support';

describe('socket.createConnection', () => {
  onNewWorlds();

  it('gives a socket that is connected, when it is', () => {
    addEcho();
    const client = socket.createConnection(['far', 80]);
    expect([time.monotonic(), client.getpeername()[1], client.gettimeout()]).to.deep.equal([1, 80, undefined]);
  });

  it('may be awaited in a task, before anything is patched and after', () => {
    const connect = async () => {
      addEcho();
      const client = await socket.createConnection(['far', 80]);
      return client.getpeername()[1];
    };
    const before = run(connect());
    gevent.monkey.patchAll();
    expect([before, run(connect())]).to.deep.equal([80, 80]);
  });

  it('sets the timeout before it connects', () => {
    addEcho();
    expect(outcomeOf(() => socket.createConnection(['far', 80], 0.25))).to.equal('TimeoutError: timed out');
    expect([time.monotonic(), socket.createConnection(['far', 80], 2).gettimeout()]).to.deep.equal([0.25, 2]);
  });

  it('leaves no socket behind where it fails: what comes too late is told that nobody wants it', () => {
    addEcho();
    const log = tap({ loop: getEventLoop() as EventLoop, network: net.getNetwork() });
    outcomeOf(() => socket.createConnection(['far', 80], 0.75));
    time.sleep(2);
    expect(log.filter((entry) => entry.includes(' sent@'))).to.deep.equal([
      'SYN localhost:49152 -> far:80 sent@0',
      'SYN-ACK far:80 -> localhost:49152 sent@0.5',
      'RST localhost:49152 -> far:80 sent@1',
    ]);
  });

  it('refuses what is no address, or no timeout', () => {
    expect([
      outcomeOf(() => socket.createConnection('far' as never)),
      outcomeOf(() => socket.createConnection(['far', 80], -1)),
    ]).to.deep.equal([
      'TypeError: connect(): AF_INET address must be an array [host, port], not str',
      'ValueError: Timeout value out of range',
    ]);
  });
});

describe('socket.createServer', () => {
  onNewWorlds();

  it('gives a socket that listens', () => {
    const server = socket.createServer(['', 80]);
    const client = socket.createConnection(['localhost', 80]);
    client.sendall(encode('hello'));
    expect(decode(server.accept()[0].recv(5))).to.equal('hello');
  });

  it('gives one at which as many wait as the backlog says; who comes then is not heard', () => {
    const server = socket.createServer(['', 80], 0);
    net.getNetwork().link('localhost', 'localhost', { latency: 0.01 });
    const clients = [1, 2].map(() => new socket.Socket());
    const outcomes = clients.map((each) => {
      each.settimeout(0.5);
      time.sleep(1);
      return outcomeOf(() => each.connect(['localhost', 80]));
    });
    expect(outcomes).to.deep.equal([undefined, 'TimeoutError: timed out']);
    expect(server.accept()[1]).to.deep.equal(clients[0]?.getsockname());
  });

  it('fails where somebody listens already', () => {
    socket.createServer(['', 80]);
    expect(outcomeOf(() => socket.createServer(['', 80]))).to.equal('OSError: [Errno 98] Address already in use');
  });
});
