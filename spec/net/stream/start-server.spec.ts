import { expect } from 'chai';
import { EventLoop, gather, setEventLoop } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import { openConnection } from '../../../lib/net/stream/open-connection';
import { startServer } from '../../../lib/net/stream/start-server';
import type { StreamReader } from '../../../lib/net/stream/stream-reader';
import type { StreamWriter } from '../../../lib/net/stream/stream-writer';
import { collectReports } from '../../support';

describe('startServer', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  async function upper(reader: StreamReader, writer: StreamWriter) {
    writer.write(encode(decode(await reader.readline()).toUpperCase()));
    await writer.drain();
    writer.close();
    await writer.waitClosed();
  }

  async function ask(line: string) {
    const [reader, writer] = await openConnection('127.0.0.1', 8888);
    writer.write(encode(`${line}\n`));
    const answer = decode(await reader.readline());
    writer.close();
    await writer.waitClosed();
    return answer;
  }

  it('has its function called for each client, all at once', () => {
    const reports = collectReports(loop);
    async function main() {
      const server = await startServer(upper, '127.0.0.1', 8888);
      const answers = await gather(['ann', 'bob', 'eve'].map(ask));
      server.close();
      await server.waitClosed();
      return answers;
    }
    expect([loop.runUntilComplete(main()), reports]).to.deep.equal([['ANN\n', 'BOB\n', 'EVE\n'], []]);
  });

  it('gives the readers their limit', () => {
    const shown: string[] = [];
    function* main() {
      yield* startServer((reader) => shown.push(String(reader)), '127.0.0.1', 8888, { limit: 5 });
      yield* openConnection('127.0.0.1', 8888);
    }
    loop.runUntilComplete(main());
    expect(shown[0]).to.match(/^<StreamReader limit=5 transport=/);
  });
});
