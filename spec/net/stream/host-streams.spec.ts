import { expect } from 'chai';
import { EventLoop, setEventLoop } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import '../../../lib/net/stream/host-streams';
import { getNetwork } from '../../../lib/net/kernel/network';
import type { StreamReader } from '../../../lib/net/stream/stream-reader';
import type { StreamWriter } from '../../../lib/net/stream/stream-writer';

describe('Streams between hosts', () => {
  afterEach(() => setEventLoop(null));

  it('are opened and served by the hosts, as by the functions on localhost', () => {
    const loop = new EventLoop();
    setEventLoop(loop);
    const network = getNetwork();
    const client = network.addHost('client', { latency: 0.5 });
    const server = network.addHost('server');
    async function handle(reader: StreamReader, writer: StreamWriter) {
      const [host] = writer.getExtraInfo('peername') as [host: string, port: number];
      writer.write(encode(`${decode(await reader.readline())}from ${host === client.address}`));
      writer.close();
    }
    async function main() {
      await server.startServer(handle, null, 80);
      const [reader, writer] = await client.openConnection('server', 80);
      writer.write(encode('hello\n'));
      return decode(await reader.read());
    }
    expect([loop.runUntilComplete(main()), loop.time()]).to.deep.equal(['hello\nfrom true', 2]);
  });
});
