import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { acceptAll, makeWorld, pumpAll, read, shownError, tap } from './world';

describe('Listener', () => {
  it('gives connections in the order in which they came', () => {
    const { network, client, server } = makeWorld();
    const listener = server.listen(null, 80);
    const log: string[] = [];
    listener.onChange = () => log.push(`${listener.isReadable()} @${network.time()}`);
    for (let i = 0; i < 2; i++) client.connect('server', 80);
    pumpAll(network);
    expect(log).to.deep.equal(['true @3', 'true @3']);
    expect(acceptAll(listener).map(({ remote }) => remote.port)).to.deep.equal([49152, 49153]);
    expect([listener.isReadable(), listener.isWritable()]).to.deep.equal([false, false]);
  });

  it('shows where it listens', () => {
    const { server } = makeWorld();
    const listener = server.listen(null, 80);
    const shown = [String(listener), listener.local];
    listener.close();
    expect([...shown, String(listener)]).to.deep.equal([
      '<Listener 0.0.0.0:80>',
      { host: '0.0.0.0', port: 80 },
      '<Listener 0.0.0.0:80 closed>',
    ]);
  });

  it('takes any number of connections that come at once', () => {
    const { network, client, server } = makeWorld();
    const listener = server.listen(null, 80, 5);
    for (let i = 0; i < 1000; i++) client.connect('server', 80);
    pumpAll(network);
    expect([acceptAll(listener).length, network.time()]).to.deep.equal([1000, 3]);
  });

  it('takes no more than its backlog of those that are not accepted in time: they try again', () => {
    const world = makeWorld({ latency: 0 });
    const { network, client, server } = world;
    const listener = server.listen(null, 80, 1);
    for (let i = 0; i < 2; i++) client.connect('server', 80);
    network.pump(1);
    const log = tap(world);
    const late = client.connect('server', 80);
    network.pump(1.5);
    log.push(`accepted ${acceptAll(listener).length}`);
    pumpAll(network);
    expect(log.slice(0, 5)).to.deep.equal([
      'SYN client:49154 -> server:80 sent@1',
      'SYN client:49154 -> server:80 lost@1',
      'accepted 2',
      'SYN client:49154 -> server:80 sent@2',
      'SYN client:49154 -> server:80 arrived@2',
    ]);
    expect([late.state, acceptAll(listener).length]).to.deep.equal(['open', 1]);
  });

  it('gives a connection that was reset before it was accepted', () => {
    const { client } = makeWorld();
    const listener = client.listen('localhost', 80);
    const near = client.connect('localhost', 80);
    near.send(encode('hello'));
    near.abort();
    const [far] = acceptAll(listener);
    expect([far?.state, shownError(far?.error)]).to.deep.equal([
      'failed',
      'ConnectionResetError: [Errno 104] Connection reset by peer',
    ]);
  });

  describe('that is closed', () => {
    it('resets the connections that were not accepted, and refuses others', () => {
      const { client } = makeWorld();
      const listener = client.listen('localhost', 80);
      const first = client.connect('localhost', 80);
      listener.close();
      listener.close();
      const second = client.connect('localhost', 80);
      expect([first, second].map(({ error }) => error?.name)).to.deep.equal([
        'ConnectionResetError',
        'ConnectionRefusedError',
      ]);
    });

    it('resets also those that were about to come', () => {
      const { network, client, server } = makeWorld();
      const listener = server.listen(null, 80);
      const near = client.connect('server', 80);
      pumpAll(network, 2);
      listener.close();
      pumpAll(network);
      expect(near.error?.name).to.equal('ConnectionResetError');
    });

    it('leaves those alone that were accepted', () => {
      const { client } = makeWorld();
      const listener = client.listen('localhost', 80);
      const near = client.connect('localhost', 80);
      const [far] = acceptAll(listener);
      listener.close();
      near.send(encode('still here'));
      expect(far && read(far)).to.equal('still here');
    });
  });
});
