import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import type { Host } from '../../../lib/net/kernel/host';
import { thrownBy } from '../../support';
import { acceptAll, connect, makeWorld, pumpAll, read, shownError } from './world';

/** What `action` throws. */
function refusal(action: () => unknown): string {
  return shownError(thrownBy(action));
}

describe('Host', () => {
  it('has a name and an address', () => {
    const { client, server } = makeWorld();
    expect([client.name, client.address, server.address]).to.deep.equal(['client', '10.0.0.1', '10.0.0.2']);
    expect(String(server)).to.equal('<Host server 10.0.0.2>');
  });

  describe('resolve', () => {
    it('gives the address of a name', () => {
      const { client } = makeWorld();
      const names = ['server', 'localhost', '10.9.8.7', '0.0.0.0', null, undefined];
      expect(names.map((name) => client.resolve(name))).to.deep.equal([
        '10.0.0.2',
        '127.0.0.1',
        '10.9.8.7',
        '0.0.0.0',
        '127.0.0.1',
        '127.0.0.1',
      ]);
    });

    it('knows no name that no host has', () => {
      const { client } = makeWorld();
      const refused = ['nowhere', '', '10.0.0.256'].map((name) => refusal(() => client.resolve(name)));
      expect(refused).to.deep.equal(Array(3).fill('gaierror: [Errno -2] Name or service not known'));
    });
  });

  it('resolves nothing that is no text', () => {
    const { client } = makeWorld();
    expect(refusal(() => client.connect(80 as never, 80))).to.equal(
      'TypeError: getaddrinfo() argument 1 must be string or None',
    );
  });

  describe('listen', () => {
    const listened = (names: (string | null)[], at: (client: Host) => string): (string | undefined)[] =>
      names.map((name) => {
        const { network, client, server } = makeWorld({ latency: 0 });
        client.listen(name, 80);
        const endpoints = [
          client.connect('localhost', 80),
          client.connect('client', 80),
          server.connect(at(client), 80),
        ];
        pumpAll(network);
        return endpoints.map(({ state }) => state).join(' ');
      });

    it('at localhost is for the host alone; at its own address, for all who call it so; at none, for all', () => {
      expect(listened(['localhost', 'client', null, '', '0.0.0.0'], () => 'client')).to.deep.equal([
        'open failed failed',
        'failed open open',
        'open open open',
        'open open open',
        'open open open',
      ]);
    });

    it('chooses a free port where it is given none', () => {
      const { client } = makeWorld();
      const ports = [1, 2].map(() => client.listen(null, 0).local.port);
      expect(ports).to.deep.equal([49152, 49153]);
    });

    it('refuses a port that is taken, until that is closed', () => {
      const { client } = makeWorld();
      const listener = client.listen('localhost', 80);
      expect([
        refusal(() => client.listen('localhost', 80)),
        refusal(() => client.listen(null, 80)),
        client.listen('client', 80).local.host,
      ]).to.deep.equal([
        'OSError: [Errno 98] Address already in use',
        'OSError: [Errno 98] Address already in use',
        '10.0.0.1',
      ]);
      listener.close();
      expect(client.listen('localhost', 80).local.port).to.equal(80);
    });

    it("refuses another host's address, and a port out of range", () => {
      const { client } = makeWorld();
      expect([
        refusal(() => client.listen('server', 80)),
        refusal(() => client.listen(null, 65536)),
        refusal(() => client.listen(null, -1)),
        refusal(() => client.listen(null, 80.5)),
        refusal(() => client.listen(null, '80' as never)),
      ]).to.deep.equal([
        'OSError: [Errno 99] Cannot assign requested address',
        'OverflowError: bind(): port must be 0-65535.',
        'OverflowError: bind(): port must be 0-65535.',
        "TypeError: 'float' object cannot be interpreted as an integer",
        "TypeError: 'str' object cannot be interpreted as an integer",
      ]);
    });
  });

  describe('connect', () => {
    it('comes from an address and a port of its own, or from those that it was given', () => {
      const { network, client, server } = makeWorld({ latency: 0 });
      const listener = server.listen(null, 80);
      client.connect('server', 80);
      client.connect('server', 80, { port: 5000 });
      client.connect('10.0.0.2', 80, { host: 'client' });
      pumpAll(network);
      expect(acceptAll(listener).map(({ remote }) => `${remote.host}:${remote.port}`)).to.deep.equal([
        '10.0.0.1:49152',
        '10.0.0.1:5000',
        '10.0.0.1:49153',
      ]);
    });

    it('goes to the host itself, where that is said by whatever name', () => {
      const { client } = makeWorld();
      client.listen(null, 80);
      const endpoints = [null, 'localhost', '127.0.0.1', '0.0.0.0', 'client'].map((name) => client.connect(name, 80));
      expect(endpoints.map(({ local, remote, state }) => `${local.host} ${remote.host} ${state}`)).to.deep.equal([
        '127.0.0.1 127.0.0.1 open',
        '127.0.0.1 127.0.0.1 open',
        '127.0.0.1 127.0.0.1 open',
        '127.0.0.1 127.0.0.1 open',
        '10.0.0.1 10.0.0.1 open',
      ]);
    });

    it('refuses what cannot be tried', () => {
      const { client } = makeWorld();
      client.listen(null, 6000);
      expect([
        refusal(() => client.connect('nowhere', 80)),
        refusal(() => client.connect('server', 65536)),
        refusal(() => client.connect('server', 80, { port: 6000 })),
        refusal(() => client.connect('server', 80, { host: 'server' })),
        refusal(() => client.connect('server', 80, { host: 'localhost' })),
      ]).to.deep.equal([
        'gaierror: [Errno -2] Name or service not known',
        'OverflowError: connect(): port must be 0-65535.',
        'OSError: [Errno 98] Address already in use',
        'OSError: [Errno 99] Cannot assign requested address',
        'OSError: [Errno 22] Invalid argument',
      ]);
    });
  });

  describe('that is down', () => {
    it('reaches nobody but itself', () => {
      const { client } = makeWorld();
      client.down();
      client.listen(null, 80);
      expect([client.isDown(), String(client)]).to.deep.equal([true, '<Host client 10.0.0.1 down>']);
      expect(refusal(() => client.connect('server', 80))).to.equal('OSError: [Errno 101] Network is unreachable');
      expect(client.connect('localhost', 80).state).to.equal('open');
    });

    it('keeps its connections, which go on when it is up again', () => {
      const { network, server, ...others } = makeWorld({ latency: 0 });
      const [near, far] = connect({ network, server, ...others });
      server.down();
      near.send(encode('patience'));
      pumpAll(network, 1);
      server.up();
      expect(read(far)).to.equal('');
      pumpAll(network);
      expect([read(far), network.time()]).to.deep.equal(['patience', 0.2 + 0.4 + 0.8]);
    });
  });
});
