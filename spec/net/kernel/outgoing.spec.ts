import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { Outgoing, RECEIVE_BUFFER, SEND_BUFFER } from '../../../lib/net/kernel/outgoing';
import { connect, connectLocally, makeWorld, pumpAll, tap } from './world';

/** An Outgoing, and what it sends: the kind, its place, and how many bytes. */
function make(canSend = () => true): [Outgoing, string[]] {
  const log: string[] = [];
  const outgoing = new Outgoing({
    segmentSize: () => 50_000,
    canSend,
    transmit: (kind, { sequence, data }) => log.push(`${kind} ${sequence} ${data?.length ?? 0}`),
  });
  return [outgoing, log];
}

describe('Outgoing', () => {
  it('cuts what is large into segments, each with its place', () => {
    const [outgoing, log] = make();
    expect(outgoing.accept(new Uint8Array(60_000))).to.equal(60_000);
    expect(log).to.deep.equal(['data 0 50000', 'data 50000 10000']);
  });

  it('sends no more than the other end has room for, and keeps no more than it has room for itself', () => {
    const [outgoing, log] = make();
    const taken = [1, 2, 3].map(() => outgoing.accept(new Uint8Array(100_000)));
    expect(taken).to.deep.equal([100_000, RECEIVE_BUFFER + SEND_BUFFER - 100_000, 0]);
    expect(log.at(-1)).to.equal('data 100000 31072');
    expect(outgoing.hasRoom()).to.equal(false);
  });

  it('goes on when the other end has room again', () => {
    const [outgoing, log] = make();
    for (let i = 0; i < 3; i++) outgoing.accept(new Uint8Array(100_000));
    outgoing.raiseLimit(RECEIVE_BUFFER + 30_000);
    outgoing.raiseLimit(RECEIVE_BUFFER); // said before, and late
    outgoing.flush();
    expect(log.at(-1)).to.equal('data 131072 30000');
    expect(outgoing.hasRoom()).to.equal(true);
  });

  it('says that this was all when all is sent', () => {
    const [outgoing, log] = make();
    for (let i = 0; i < 3; i++) outgoing.accept(new Uint8Array(65_536));
    outgoing.finish();
    expect([outgoing.isShut(), log.at(-1)]).to.deep.equal([true, 'data 115536 15536']);
    outgoing.raiseLimit(1e6);
    outgoing.flush();
    outgoing.flush();
    expect(log.slice(-2)).to.deep.equal(['data 181072 15536', 'FIN 196608 0']);
  });

  it('keeps all while nothing can be sent', () => {
    let isConnected = false;
    const [outgoing, log] = make(() => isConnected);
    outgoing.accept(encode('early'));
    outgoing.finish();
    expect(log).to.deep.equal([]);
    isConnected = true;
    outgoing.flush();
    expect(log).to.deep.equal(['data 0 5', 'FIN 5 0']);
  });

  it('drops what nobody wants, and its end', () => {
    const [outgoing, log] = make(() => false);
    outgoing.accept(encode('lost'));
    outgoing.drop();
    outgoing.finish();
    outgoing.flush();
    expect([log, outgoing.isShut()]).to.deep.equal([[], true]);
  });

  describe('on a connection', () => {
    it('holds up one who writes while the other does not read, and tells when there is room again', () => {
      const { client } = makeWorld();
      const [near, far] = connectLocally(client);
      const log: string[] = [];
      near.onChange = () => log.push(`room ${near.isWritable()}`);
      while (near.isWritable()) near.send(new Uint8Array(10_000));
      far.receive(RECEIVE_BUFFER / 2 - 1);
      log.push('read less than half');
      far.receive(1);
      expect(log).to.deep.equal(['read less than half', 'room true']);
    });

    it('tells of the room by an ACK, which takes its time', () => {
      const world = makeWorld({ latency: 1 });
      const [near, far] = connect(world);
      near.send(new Uint8Array(RECEIVE_BUFFER));
      pumpAll(world.network);
      const log = tap(world);
      far.receive(RECEIVE_BUFFER);
      near.send(encode('more'));
      pumpAll(world.network);
      expect(log).to.deep.equal([
        'ACK server:80 -> client:49152 sent@4',
        'ACK server:80 -> client:49152 arrived@5',
        "data 'more' client:49152 -> server:80 sent@5",
        "data 'more' client:49152 -> server:80 arrived@6",
      ]);
    });
  });
});
