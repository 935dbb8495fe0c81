import { expect } from 'chai';
import { decode, encode } from '../../../lib/bytes';
import { Incoming } from '../../../lib/net/kernel/incoming';
import { RECEIVE_BUFFER } from '../../../lib/net/kernel/outgoing';
import { Packet, type PacketKind } from '../../../lib/net/kernel/packet';

const address = { host: '', port: 0 };
const nobody = { local: address, remote: address, lastArrival: 0, takes: () => true, arrive() {}, lost() {} };

function packet(sequence: number, text: string, kind: PacketKind = 'data'): Packet {
  return new Packet(kind, 'a:1', 'b:2', nobody, nobody, { sequence, data: text === '' ? undefined : encode(text) });
}

describe('Incoming', () => {
  it('gives what has come, as much of it as is asked for', () => {
    const incoming = new Incoming();
    incoming.arrive(packet(0, 'hello '));
    incoming.arrive(packet(6, 'world'));
    expect(incoming.length).to.equal(11);
    expect([incoming.take(8), incoming.take(100)].map(decode)).to.deep.equal(['hello wo', 'rld']);
    expect(incoming.take(100).length).to.equal(0);
  });

  it('keeps what comes before its turn until that has come', () => {
    const incoming = new Incoming();
    const more = [packet(6, 'c'), packet(3, 'def'), packet(7, '', 'FIN'), packet(0, 'abc')].map((each) => [
      incoming.arrive(each),
      incoming.length,
      incoming.hasEnded(),
    ]);
    expect(more).to.deep.equal([
      [false, 0, false],
      [false, 0, false],
      [false, 0, false],
      [true, 7, true],
    ]);
    expect(decode(incoming.take(10))).to.equal('abcdefc');
  });

  it('has ended when the end has come, also where nothing came before', () => {
    const incoming = new Incoming();
    expect([incoming.arrive(packet(0, '', 'FIN')), incoming.hasEnded()]).to.deep.equal([true, true]);
  });

  it('raises the limit of the other end when half of what there is room for was read', () => {
    const incoming = new Incoming();
    const half = RECEIVE_BUFFER / 2;
    incoming.arrive(packet(0, 'x'.repeat(RECEIVE_BUFFER)));
    incoming.take(half - 1);
    expect([incoming.raiseLimit(), incoming.limit]).to.deep.equal([false, RECEIVE_BUFFER]);
    incoming.take(1);
    expect([incoming.raiseLimit(), incoming.limit]).to.deep.equal([true, RECEIVE_BUFFER + half]);
    expect(incoming.raiseLimit()).to.equal(false);
  });

  it('does not raise it after the end: nothing more will come', () => {
    const incoming = new Incoming();
    incoming.arrive(packet(0, 'x'.repeat(RECEIVE_BUFFER)));
    incoming.arrive(packet(RECEIVE_BUFFER, '', 'FIN'));
    incoming.take(RECEIVE_BUFFER);
    expect(incoming.raiseLimit()).to.equal(false);
  });
});
