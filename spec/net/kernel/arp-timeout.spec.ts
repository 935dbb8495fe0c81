import { expect } from 'chai';
import { observe } from '../../future/observer-log';
import { makeWorld, pumpAll, shownError, tap } from './world';

describe('ArpTimeout', () => {
  it('lets a connection fail after three seconds where the other host is down', () => {
    const { network, client, server } = makeWorld();
    server.down();
    const near = client.connect('server', 80);
    const log: string[] = [];
    near.onChange = () => log.push(`${near.state}: ${shownError(near.error)} @${network.time()}`);
    pumpAll(network);
    expect(log).to.deep.equal(['failed: OSError: [Errno 113] No route to host @3']);
  });

  it('does so, too, where no host has the address', () => {
    const { network, client } = makeWorld();
    const near = client.connect('10.1.2.3', 80);
    pumpAll(network);
    expect([shownError(near.error), network.time()]).to.deep.equal(['OSError: [Errno 113] No route to host', 3]);
  });

  it('connects nevertheless where the host has come up meanwhile', () => {
    const world = makeWorld({ latency: 1 });
    world.server.listen(null, 80);
    world.server.down();
    const near = world.client.connect('server', 80);
    const log = tap(world);
    pumpAll(world.network, 2);
    world.server.up();
    pumpAll(world.network);
    expect([near.state, log[0]]).to.deep.equal(['open', 'SYN client:49152 -> server:80 sent@3']);
  });

  it('does nothing for a connection that was given up meanwhile', () => {
    const { network, client, server } = makeWorld();
    server.down();
    const near = client.connect('server', 80);
    near.close();
    pumpAll(network);
    expect([near.state, near.error]).to.deep.equal(['closed', undefined]);
  });

  it('is a timer of a loop that runs, which is called arpTimeout', () => {
    const { loop, client } = makeWorld();
    const log = observe(loop, (name) => name === 'handleScheduled');
    loop.callSoon(function program() {
      client.connect('10.1.2.3', 80);
    });
    while (loop.step());
    expect(log).to.deep.equal(['handleScheduled program', 'handleScheduled arpTimeout@3']);
  });
});
