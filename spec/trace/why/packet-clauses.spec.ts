import { expect } from 'chai';
import type { PacketEvent, PacketFate } from '../../../lib/trace/event/packet-event';
import { packetText } from '../../../lib/trace/why/packet-clauses';
import { sentenceOf } from '../../../lib/trace/why/sentence';
import { TraceIndex } from '../../../lib/trace/why/trace-index';

const FATES: readonly PacketFate[] = ['sent', 'arrived', 'lost'];

function packet(what: PacketFate, kind = 'SYN', size = 0, text?: string): PacketEvent {
  return {
    n: 1,
    time: 2,
    cause: 0,
    type: 'packet',
    packet: 1,
    what,
    kind,
    from: 'client:49152',
    to: 'server:80',
    size,
    text,
  };
}

describe('A packet is told of', () => {
  it('by what is in it, as it happens', () => {
    expect(FATES.map((what) => packetText(packet(what, 'data', 6, "b'hello\\n'")))).to.deep.equal([
      "client:49152 sends 6 bytes to server:80: b'hello\\n'",
      "6 bytes from client:49152 arrive at server:80: b'hello\\n'",
      "6 bytes from client:49152 to server:80 are lost: b'hello\\n'",
    ]);
  });

  it('by what it is for, where there is nothing in it', () => {
    expect(FATES.map((what) => packetText(packet(what)))).to.deep.equal([
      'client:49152 sends SYN to server:80',
      'SYN from client:49152 arrives at server:80',
      'SYN from client:49152 to server:80 is lost',
    ]);
  });

  it('by both, where it is more than data', () => {
    expect(packetText(packet('sent', 'FIN', 1, "b'x'"))).to.equal(
      "client:49152 sends 1 byte and FIN to server:80: b'x'",
    );
  });

  it('in a sentence, with its time', () => {
    const { header } = { header: { format: 'yieldstar-trace', version: 2, program: '', sources: {} } as const };
    const sentences = FATES.map((what) => {
      const event = packet(what, 'data', 6, "b'hello\\n'");
      return sentenceOf(new TraceIndex({ header, events: [event] }), event);
    });
    expect(sentences).to.deep.equal([
      "client:49152 sent 6 bytes to server:80 at 2s: b'hello\\n'",
      "6 bytes from client:49152 arrived at server:80 at 2s: b'hello\\n'",
      "6 bytes from client:49152 to server:80 were lost at 2s: b'hello\\n'",
    ]);
  });
});
