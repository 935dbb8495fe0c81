import { expect } from 'chai';
import { decode, encode, gevent, net, socket, time } from '../../lib';
import { Log } from '../gevent/support';
import { onNewWorlds, outcomeOf, pair } from './support';

const RESET = 'ConnectionResetError: [Errno 104] Connection reset by peer';
const BROKEN_PIPE = 'BrokenPipeError: [Errno 32] Broken pipe';

describe('The bytes of a socket', () => {
  onNewWorlds();

  it('come in order, as many at a time as were asked for at most', () => {
    const { client, server } = pair();
    client.sendall(encode('hello '));
    client.sendall(encode('world'));
    expect([decode(server.recv(8)), decode(server.recv(100))]).to.deep.equal(['hello wo', 'rld']);
  });

  it('come to an end when the other end is closed: nothing is received then, again and again', () => {
    const { client, server } = pair();
    client.send(encode('x'));
    client.close();
    expect([1, 2, 3].map(() => decode(server.recv(5)))).to.deep.equal(['x', '', '']);
  });

  it('can be sent to who has closed, once: the second time it is known', () => {
    const { client, server } = pair();
    server.close();
    expect([1, 2].map(() => outcomeOf(() => client.send(encode('x'))))).to.deep.equal([1, BROKEN_PIPE]);
  });

  it('are lost when the other end closes without having read them: both are told once', () => {
    const { client, server } = pair();
    client.send(encode('x'));
    server.close();
    const seen = [1, 2].map(() => outcomeOf(() => decode(client.recv(5))));
    expect([...seen, outcomeOf(() => client.send(encode('x'))), outcomeOf(() => client.getpeername())]).to.deep.equal([
      RESET,
      '',
      BROKEN_PIPE,
      'OSError: [Errno 107] Transport endpoint is not connected',
    ]);
  });

  it('are sent only as far as there is room: the rest waits until the other end reads', () => {
    const { client, server } = pair();
    client.settimeout(0);
    const sent: number = client.send(new Uint8Array(1_000_000));
    expect(sent).to.be.within(1, 999_999);
    expect(outcomeOf(() => client.send(encode('x')))).to.match(/^BlockingIOError: \[Errno 11\]/);
    for (let left = sent; left > 0; ) left -= server.recv(left).length;
    expect(client.send(encode('x'))).to.equal(1);
  });

  it('are sent all by sendall, which has one timeout for the whole', () => {
    net
      .getNetwork()
      .addHost('far', { bandwidth: 100_000 })
      .respond(80, () => undefined);
    const client = socket.createConnection(['far', 80], 20);
    const began = time.monotonic();
    client.sendall(new Uint8Array(1_000_000));
    expect(time.monotonic() - began).to.be.within(8, 10);
    client.settimeout(5);
    expect(outcomeOf(() => client.sendall(new Uint8Array(1_000_000)))).to.equal('TimeoutError: timed out');
    expect(time.monotonic() - began).to.be.within(13, 15);
  });

  it('wait for each other in greenlets: who sends for who receives', () => {
    gevent.monkey.patchAll();
    const { client, server } = pair();
    const log = new Log();
    const sender = gevent.spawn(function* () {
      yield* client.sendall(new Uint8Array(500_000));
      log.note('all is sent');
      client.close();
    });
    gevent.sleep(1);
    log.note('nobody has read');
    let count = 0;
    for (let data = server.recv(65_536); data.length > 0; data = server.recv(65_536)) count += data.length;
    log.note(count);
    sender.join();
    expect(log.entries).to.deep.equal(['nobody has read@1', 'all is sent@1', '500000@1']);
  });

  describe('after shutdown', () => {
    it('of writing, go the other way still', () => {
      const { client, server } = pair();
      client.sendall(encode('question'));
      client.shutdown(socket.SHUT_WR);
      const question = [decode(server.recv(100)), decode(server.recv(100))];
      server.sendall(encode('answer'));
      expect([...question, decode(client.recv(100))]).to.deep.equal(['question', '', 'answer']);
      expect(outcomeOf(() => client.send(encode('x')))).to.equal(BROKEN_PIPE);
    });

    it('of reading, are waited for no more: what has come is there, and then the end', () => {
      const { client, server } = pair();
      client.shutdown(socket.SHUT_RD);
      const before = decode(client.recv(100));
      server.send(encode('hello'));
      expect([before, decode(client.recv(100)), decode(client.recv(100))]).to.deep.equal(['', 'hello', '']);
    });

    it('of both, go nowhere; it may be said twice', () => {
      const { client, server } = pair();
      client.shutdown(socket.SHUT_RDWR);
      client.shutdown(socket.SHUT_RDWR);
      expect([client, server].map((each) => decode(each.recv(5)))).to.deep.equal(['', '']);
    });

    it('which needs a connection, and to be told what', () => {
      const { client } = pair();
      expect([
        outcomeOf(() => new socket.Socket().shutdown(socket.SHUT_WR)),
        outcomeOf(() => client.shutdown(7 as never)),
        outcomeOf(() => client.shutdown('x' as never)),
      ]).to.deep.equal([
        'OSError: [Errno 107] Transport endpoint is not connected',
        'OSError: [Errno 22] Invalid argument',
        "TypeError: 'str' object cannot be interpreted as an integer",
      ]);
    });
  });
});
