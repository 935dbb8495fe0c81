import { expect } from 'chai';
import { getNetwork } from '../../../lib/net/kernel/network';
import { openFrom } from '../../../lib/net/stream/open-connection';
import { startOn } from '../../../lib/net/stream/start-server';
import type { StreamReader } from '../../../lib/net/stream/stream-reader';
import type { StreamWriter } from '../../../lib/net/stream/stream-writer';
import { Stepper } from '../../../lib/trace/step/stepper';
import { packetText } from '../../../lib/trace/why/packet-clauses';
import { withoutHost } from './without-host';

function* echo(reader: StreamReader, writer: StreamWriter): Generator<unknown, void, unknown> {
  writer.write(yield* reader.readline());
  writer.close();
}

/** A client asks a server that is 0.1s away, and gives what it answers. */
function* asking(): Generator<unknown, string, unknown> {
  const network = getNetwork();
  const [client, server] = ['client', 'server'].map((name) => network.addHost(name, { latency: 0.1 }));
  yield* startOn(server, echo, [null, 80], {});
  const [reader, writer] = yield* openFrom(client, ['server', 80], {});
  writer.write(Uint8Array.of(72, 105, 10));
  const answer = yield* reader.readline();
  writer.close();
  return String.fromCharCode(...answer);
}

describe('A stepper of a program with a network', () => {
  withoutHost();

  it('tells what goes over the wire, in every run the same', () => {
    const stepper = new Stepper(asking);
    const packets = (): string[] =>
      stepper.events.flatMap((event) => (event.type === 'packet' && event.what === 'sent' ? [packetText(event)] : []));
    stepper.untilTime(0.4);
    const before = packets();
    stepper.seek(0);
    stepper.untilTime(0.4);
    expect([before, packets()]).to.deep.equal(
      Array(2).fill([
        'client:49152 sends SYN to server:80',
        'server:80 sends SYN-ACK to client:49152',
        'client:49152 sends ACK to server:80',
        "client:49152 sends 3 bytes to server:80: b'Hi\\n'",
        "server:80 sends 3 bytes to client:49152: b'Hi\\n'",
        'server:80 sends FIN to client:49152',
      ]),
    );
  });

  it('goes back amid a packet on its way, and on to the same end', () => {
    const stepper = new Stepper(asking);
    stepper.untilTime(0.3);
    const position = stepper.position;
    while (stepper.step());
    stepper.seek(position);
    while (stepper.step());
    expect(stepper.main.result()).to.equal('Hi\n');
  });
});
