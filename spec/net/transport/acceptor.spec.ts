import { expect } from 'chai';
import { EventLoop, setEventLoop, ValueError } from '../../../lib';
import { getNetwork } from '../../../lib/net/kernel/network';
import { createServer } from '../../../lib/net/stream/start-server';
import { collectReports } from '../../support';
import { NotingProtocol, settle } from './connected';

describe('Acceptor', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const call = () => getNetwork().localhost.connect('localhost', 80);

  it('accepts no more at a time than the backlog, and the others an iteration later', () => {
    const protocols: NotingProtocol[] = [];
    const make = () => {
      protocols.push(new NotingProtocol());
      return protocols.at(-1) as NotingProtocol;
    };
    loop.runUntilComplete(createServer(make, null, 80, { backlog: 2 }));
    for (let i = 0; i < 5; i++) call();
    const counts = Array.from({ length: 4 }, () => {
      loop.runOnce();
      return protocols.length;
    });
    expect(counts).to.deep.equal([0, 2, 4, 5]);
  });

  it('is called by a handle that says so', () => {
    loop.runUntilComplete(createServer(() => new NotingProtocol(), null, 80));
    call();
    expect(loop.handlesToRun().map(String)).to.deep.equal(['<TimerHandle when=0 acceptConnection()>']);
  });

  it('closes a connection for which no protocol can be made; out of debug mode nobody hears of it', () => {
    const reports = collectReports(loop);
    const failing = () => {
      throw new ValueError('no protocol');
    };
    loop.runUntilComplete(createServer(failing, null, 80));
    const ends = [false, true].map((debug) => {
      loop.setDebug(debug);
      const client = call();
      settle(loop);
      return client.receive(1)?.length;
    });
    expect([ends, reports.map(({ message }) => message)]).to.deep.equal([
      [0, 0],
      ['Error on transport creation for incoming connection'],
    ]);
  });

  it('closes a connection that comes as the server is closed', () => {
    const protocol = new NotingProtocol();
    const server = loop.runUntilComplete(createServer(() => protocol, null, 80));
    const client = call();
    loop.runOnce();
    server.close();
    settle(loop);
    expect([protocol.told, client.receive(1)?.length]).to.deep.equal([[], 0]);
  });

  it('stopped, refuses those who come', () => {
    const server = loop.runUntilComplete(createServer(() => new NotingProtocol(), null, 80));
    server.close();
    expect(String(call().error)).to.equal('ConnectionRefusedError: [Errno 111] Connection refused');
  });
});
