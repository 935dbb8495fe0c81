import { expect } from 'chai';
import { EventLoop } from '../../../lib';
import { encode } from '../../../lib/bytes';
import { withEventLoop } from '../../../lib/future/running-loop';
import { getNetwork, Network, type NetworkOptions } from '../../../lib/net/kernel/network';
import { thrownBy } from '../../support';
import { connect, inLoop, makeWorld, pumpAll, read, shownError, tap } from './world';

/** What `action` throws. */
function refusal(action: () => unknown): string {
  return shownError(thrownBy(action));
}

/** The course that a lossy connection takes. */
function courseOf(options: NetworkOptions): string[] {
  const world = makeWorld({ latency: 0.1, ...options });
  const log = tap(world);
  const [near] = connect(world);
  for (let i = 0; i < 20; i++) near.send(encode(`${i}`));
  pumpAll(world.network);
  return log;
}

describe('Network', () => {
  it('takes the same course for the same seed, and another for another', () => {
    const chancy = { jitter: 0.1, loss: 0.2 };
    expect(courseOf({ ...chancy, seed: 1 })).to.deep.equal(courseOf({ ...chancy, seed: 1 }));
    expect(courseOf({ ...chancy, seed: 1 })).to.not.deep.equal(courseOf({ ...chancy, seed: 2 }));
  });

  it('leaves nothing to chance without loss and jitter', () => {
    expect(courseOf({ seed: 1 })).to.deep.equal(courseOf({ seed: 2 }));
  });

  it('gives each host an address, and finds it by its name', () => {
    const network = new Network();
    const hosts = Array.from({ length: 300 }, (_, i) => network.addHost(`host-${i}`));
    expect([hosts[0], hosts[299]].map((host) => host?.address)).to.deep.equal(['10.0.0.1', '10.0.1.44']);
    expect(network.host('host-7')).to.equal(hosts[7]);
    expect(String(network)).to.equal('<Network 300 hosts>');
  });

  it('has a host for programs that were not told on which they are', () => {
    const network = new Network();
    expect([network.localhost.name, network.localhost, network.host('localhost')]).to.deep.equal([
      'localhost',
      network.localhost,
      network.localhost,
    ]);
  });

  it('refuses names that are taken, or can be none', () => {
    const network = new Network();
    network.addHost('a');
    expect(['a', '', 'a b', '1.2.3.4', 'localhost', 5 as never].map((name) => refusal(() => network.addHost(name))))
      .to //
      .deep.equal([
        "ValueError: there is a host named 'a' already",
        "ValueError: '' cannot be the name of a host",
        "ValueError: 'a b' cannot be the name of a host",
        "ValueError: '1.2.3.4' cannot be the name of a host",
        "ValueError: every host knows itself as 'localhost'; the network's own is network.localhost",
        'TypeError: the name of a host must be a string, not 5',
      ]);
  });

  it('refuses hosts that it does not have', () => {
    const network = new Network();
    const other = new Network().addHost('a');
    expect([refusal(() => network.host('a')), refusal(() => network.link(other, other))]).to.deep.equal([
      "ValueError: there is no host 'a' in <Network 0 hosts>",
      'ValueError: there is no host <Host a 10.0.0.1> in <Network 0 hosts>',
    ]);
  });

  it('refuses links that there cannot be, and a seed that is no number', () => {
    expect([
      refusal(() => new Network({ latency: -1 })),
      refusal(() => new Network({ seed: 'x' as never })),
      refusal(() => new Network().addHost('a', { loss: 2 })),
    ]).to.deep.equal([
      'ValueError: latency must be a finite number of seconds, not below 0, got -1',
      "TypeError: seed must be a number, not 'x'",
      'ValueError: loss must be a probability, from 0 to 1, got 2',
    ]);
  });

  describe('link', () => {
    it('is as the network says, but for what its hosts say, the later one first, and what itself was told', () => {
      const network = new Network({ latency: 1, bandwidth: 100 });
      network.addHost('a', { latency: 2, loss: 0.5 });
      network.addHost('b', { latency: 3 });
      network.addHost('c');
      const looks = [network.link('a', 'c'), network.link('b', 'a'), network.link('c', 'b', { jitter: 1 })];
      expect(looks.map((link) => ({ ...link }))).to.deep.equal([
        { latency: 2, bandwidth: 100, jitter: 0, loss: 0.5 },
        { latency: 3, bandwidth: 100, jitter: 0, loss: 0.5 },
        { latency: 3, bandwidth: 100, jitter: 1, loss: 0 },
      ]);
    });

    it('is one for both directions', () => {
      const { network, client, server } = makeWorld();
      expect(network.link('client', 'server')).to.equal(network.link(server, client));
    });

    it('of a host to itself takes no time, unless it is told otherwise', () => {
      const { network, client } = makeWorld({ latency: 1 });
      client.listen(null, 80);
      expect(client.connect('localhost', 80).state).to.equal('open');
      network.link(client, client, { latency: 2 });
      const slow = client.connect('localhost', 80);
      pumpAll(network);
      expect([slow.state, network.time()]).to.deep.equal(['open', 6]);
    });
  });

  describe('partition', () => {
    it('cuts every way between the groups, and none within them', () => {
      const network = new Network();
      const hosts = ['a', 'b', 'c', 'd'].map((name) => network.addHost(name));
      for (const host of hosts) host.listen(null, 80);
      network.partition(['a', hosts[1] as never], ['c']);
      const reached = hosts.map((from) => hosts.map((to) => from.connect(to.name, 80).state === 'open'));
      expect(reached.map((row) => row.map(Number).join(''))).to.deep.equal(['1101', '1101', '0011', '1111']);
    });

    it('is undone by heal, and what was lost comes through at the next try', () => {
      const { network, client, server, ...others } = makeWorld({ latency: 0 });
      const [near, far] = connect({ network, client, server, ...others });
      network.partition(['client'], ['server']);
      near.send(encode('patience'));
      pumpAll(network, 50);
      network.heal();
      pumpAll(network);
      expect([read(far), network.time()]).to.deep.equal(['patience', 51]);
    });

    it('refuses a host that would be on both sides, and what is no group', () => {
      const { network } = makeWorld();
      expect([
        refusal(() => network.partition(['client'], ['server', 'client'])),
        refusal(() => network.partition('client', ['server'])),
      ]).to.deep.equal([
        'ValueError: <Host client 10.0.0.1> cannot be on both sides of a partition',
        "TypeError: a group of hosts must be an array, not 'client'",
      ]);
    });
  });
});

describe('Network, used by one loop after another', () => {
  it('keeps its connections, and what is on its way', () => {
    const world = makeWorld({ latency: 1 });
    const [near, far] = connect(world);
    inLoop(world.loop, () => near.send(encode('first,')));
    world.loop.close();
    const second = new EventLoop();
    second.callSoon(() => near.send(encode('second')));
    while (second.step());
    expect([read(far), second.time(), world.network.time()]).to.deep.equal(['first,second', 1, 4]);
  });
});

describe('getNetwork', () => {
  before('have main ask, for a loop with which that goes, as others may have asked in main, too', () => {
    const loop = new EventLoop();
    withEventLoop(loop, getNetwork);
    loop.close();
  });

  it('gives the network of the running loop, the same each time', () => {
    const [first, second] = [new EventLoop(), new EventLoop()];
    const networks: Network[] = [];
    for (const loop of [first, first, second]) inLoop(loop, () => networks.push(getNetwork()));
    expect([networks[0] === networks[1], networks[1] === networks[2]]).to.deep.equal([true, false]);
  });

  describe('in the main part of a program', () => {
    const loop = new EventLoop();
    const found = (): Network => withEventLoop(loop, getNetwork);

    after(() => {
      found(); // what main asked for last goes with its loop
      loop.close();
    });

    it('gives that of its loop', () => {
      const network = found();
      inLoop(loop, () => expect(getNetwork()).to.equal(network));
    });

    it('gives that which the loops have that are run from there, each in its turn', () => {
      const network = found();
      for (let run = 0; run < 2; run++) inLoop(new EventLoop(), () => expect(getNetwork()).to.equal(network));
    });

    it('gives the one there was before there was a loop', () => {
      const before = withEventLoop(closed(), getNetwork);
      expect(withEventLoop(closed(), getNetwork)).to.equal(before);
    });
  });
});

/** A closed loop: to have it is to have none. */
function closed(): EventLoop {
  const loop = new EventLoop();
  loop.close();
  return loop;
}
