import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { Packet } from '../../../lib/net/kernel/packet';
import { observe } from '../../future/observer-log';
import { connect, makeWorld } from './world';

const address = { host: '', port: 0 };
const nobody = { local: address, remote: address, lastArrival: 0, takes: () => true, arrive() {}, lost() {} };

describe('Packet', () => {
  it('shows what it is, from where to where, and what is in it', () => {
    const packets = [
      new Packet('SYN', 'client:49152', 'server:80', nobody, nobody),
      new Packet('data', 'client:49152', 'server:80', nobody, nobody, { data: encode('hello\n') }),
    ];
    expect(packets.map(String)).to.deep.equal([
      '<Packet SYN client:49152 -> server:80>',
      "<Packet data client:49152 -> server:80 b'hello\\n'>",
    ]);
  });

  it('is sent again as another, of which all but that is the same', () => {
    const data = encode('x');
    const packet = new Packet('data', 'a:1', 'b:2', nobody, nobody, { data, sequence: 5 });
    const again = packet.again();
    expect([again === packet, again.data, again.sequence, again.isRetransmission]).to.deep.equal([
      false,
      data,
      5,
      true,
    ]);
  });

  it('is a timer of a loop that runs, which is called deliver', () => {
    const { loop, network, client, server } = makeWorld({ latency: 1 });
    server.listen(null, 80);
    const log = observe(loop, (name) => name === 'handleBegun' || name.startsWith('packet'));
    loop.callSoon(function program() {
      client.connect('server', 80);
    });
    while (loop.step());
    expect([...log, network.time()]).to.deep.equal([
      'handleBegun program',
      'packetSent <Packet SYN client:49152 -> server:80>',
      'handleBegun deliver@1',
      'packetArrived <Packet SYN client:49152 -> server:80>',
      'packetSent <Packet SYN-ACK server:80 -> client:49152>',
      'handleBegun deliver@2',
      'packetArrived <Packet SYN-ACK server:80 -> client:49152>',
      'packetSent <Packet ACK client:49152 -> server:80>',
      'handleBegun deliver@3',
      'packetArrived <Packet ACK client:49152 -> server:80>',
      3,
    ]);
  });

  it('on its way when the loop is closed arrives when the network is used again', () => {
    const world = makeWorld({ latency: 1 });
    const [near, far] = connect(world);
    near.send(encode('x'));
    world.loop.close();
    while (world.network.pump());
    expect(far.isReadable()).to.equal(true);
  });
});
