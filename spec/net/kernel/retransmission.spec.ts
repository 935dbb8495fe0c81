import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { acceptAll, connect, makeWorld, pumpAll, read, shownError, tap } from './world';

describe('Retransmission', () => {
  it('sends the first packet again after 1, 2, 4 … seconds, and gives up after 127', () => {
    const world = makeWorld({ latency: 0.1 });
    world.network.partition(['client'], ['server']);
    const log = tap(world);
    const near = world.client.connect('server', 80);
    near.onChange = () => log.push(`${shownError(near.error)} @${world.network.time()}`);
    pumpAll(world.network);
    expect(log.filter((line) => !line.includes('lost'))).to.deep.equal([
      ...[0, 1, 3, 7, 15, 31, 63].map((time) => `SYN client:49152 -> server:80 sent@${time}`),
      'TimeoutError: [Errno 110] Connection timed out @127',
    ]);
  });

  it('gives up a connection that is there after fifteen times, in a quarter of an hour', () => {
    const world = makeWorld({ latency: 0 });
    const [near] = connect(world);
    world.network.partition(['client'], ['server']);
    const log = tap(world);
    near.send(encode('x'));
    pumpAll(world.network);
    expect(log.filter((line) => line.includes('sent')).length).to.equal(16);
    expect(shownError(near.error)).to.equal('TimeoutError: [Errno 110] Connection timed out');
    expect(world.network.time()).to.be.closeTo(924.6, 1e-9);
  });

  it('says that there is no way, where the other host is down', () => {
    const { network, server, ...others } = makeWorld({ latency: 0 });
    const [near] = connect({ network, server, ...others });
    server.down();
    near.send(encode('x'));
    pumpAll(network);
    expect(shownError(near.error)).to.equal('OSError: [Errno 113] No route to host');
  });

  it('waits two tenths of a second more than an answer takes, then twice as long, and so on', () => {
    const world = makeWorld({ latency: 0.5 });
    const [near] = connect(world);
    world.network.partition(['client'], ['server']);
    const log = tap(world);
    near.send(encode('x'));
    pumpAll(world.network, 9);
    expect(log.filter((line) => line.includes('sent'))).to.deep.equal(
      ['1.5', '2.7', '5.1'].map((time) => `data 'x' client:49152 -> server:80 sent@${time}`),
    );
  });

  it('tries with the first packet alone, and sends the others when that has come through', () => {
    const world = makeWorld({ latency: 1 });
    const [near, far] = connect(world);
    world.network.partition(['client'], ['server']);
    for (const text of ['a', 'b']) near.send(encode(text));
    pumpAll(world.network, 4);
    world.network.heal();
    const log = tap(world);
    pumpAll(world.network, 6);
    near.send(encode('c'));
    pumpAll(world.network);
    expect(log).to.deep.equal([
      "data 'a' client:49152 -> server:80 sent@5.2",
      "data 'a' client:49152 -> server:80 arrived@6.2",
      'ACK server:80 -> client:49152 sent@6.2',
      'ACK server:80 -> client:49152 arrived@7.2',
      "data 'b' client:49152 -> server:80 sent@7.2",
      "data 'c' client:49152 -> server:80 sent@7.2",
      "data 'b' client:49152 -> server:80 arrived@8.2",
      'ACK server:80 -> client:49152 sent@8.2',
      "data 'c' client:49152 -> server:80 arrived@8.2",
      'ACK server:80 -> client:49152 arrived@9.2',
    ]);
    expect(read(far)).to.equal('abc');
  });

  it('loses also what was on its way when the way was cut', () => {
    const world = makeWorld({ latency: 1 });
    const [near, far] = connect(world);
    const log = tap(world);
    near.send(encode('x'));
    pumpAll(world.network, 3.5);
    world.network.partition(['client'], ['server']);
    pumpAll(world.network, 4.5);
    world.network.heal();
    pumpAll(world.network);
    expect(log).to.deep.equal([
      "data 'x' client:49152 -> server:80 sent@3",
      "data 'x' client:49152 -> server:80 lost@4",
      "data 'x' client:49152 -> server:80 sent@5.2",
      "data 'x' client:49152 -> server:80 arrived@6.2",
      'ACK server:80 -> client:49152 sent@6.2',
      'ACK server:80 -> client:49152 arrived@7.2',
    ]);
    expect(read(far)).to.equal('x');
  });

  it('of what should have answered the first packet is for the client: the server keeps nothing', () => {
    const world = makeWorld({ latency: 1 });
    const listener = world.server.listen(null, 80);
    const near = world.client.connect('server', 80);
    const log = tap(world);
    pumpAll(world.network, 1.5);
    world.network.partition(['client'], ['server']);
    pumpAll(world.network, 3);
    world.network.heal();
    pumpAll(world.network);
    expect(log).to.deep.equal([
      'SYN client:49152 -> server:80 arrived@1',
      'SYN-ACK server:80 -> client:49152 sent@1',
      'SYN-ACK server:80 -> client:49152 lost@2',
      'SYN client:49152 -> server:80 sent@2',
      'SYN client:49152 -> server:80 lost@2',
      'SYN client:49152 -> server:80 sent@4',
      'SYN client:49152 -> server:80 arrived@5',
      'SYN-ACK server:80 -> client:49152 sent@5',
      'SYN-ACK server:80 -> client:49152 arrived@6',
      'ACK client:49152 -> server:80 sent@6',
      'ACK client:49152 -> server:80 arrived@7',
    ]);
    expect([near.state, acceptAll(listener).length]).to.deep.equal(['open', 1]);
  });

  it('finds out at the next try that it was refused, where the refusal was lost', () => {
    const world = makeWorld({ latency: 1 });
    const near = world.client.connect('server', 80);
    pumpAll(world.network, 1.5);
    world.server.down();
    pumpAll(world.network, 2.5);
    world.server.up();
    pumpAll(world.network);
    expect([shownError(near.error), world.network.time()]).to.deep.equal([
      'ConnectionRefusedError: [Errno 111] Connection refused',
      6,
    ]);
  });

  it('brings everything through, in order, over a link that loses every third packet', () => {
    const world = makeWorld({ latency: 0.01, jitter: 0.02, loss: 0.3, seed: 5 });
    const [near, far] = connect(world);
    const sent = Array.from({ length: 300 }, (_, i) => `${i},`);
    for (const text of sent) near.send(encode(text));
    near.shutdownWrite();
    pumpAll(world.network);
    expect([read(far), read(far)]).to.deep.equal([sent.join(''), '<end>']);
  });

  it('sends nothing more once the connection is given up', () => {
    const world = makeWorld({ latency: 0 });
    const [near] = connect(world);
    world.network.partition(['client'], ['server']);
    near.send(encode('x'));
    near.abort();
    const log = tap(world);
    pumpAll(world.network);
    expect([log, world.network.time()]).to.deep.equal([[], 0]);
  });
});
