import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { checkLink, type LinkOptions } from '../../../lib/net/kernel/link';
import { thrownBy } from '../../support';
import { connect, makeWorld, pumpAll, read, shownError, tap, type World } from './world';

/** A world with a connection, whose link becomes like this then. */
function connected(options: LinkOptions): World & { readonly send: (size: number) => void } {
  const world = makeWorld({ latency: 0 });
  const [near] = connect(world);
  world.network.link('client', 'server', options);
  return { ...world, send: (size) => near.send(new Uint8Array(size)) };
}

/** When the packets arrived that are on their way. */
function arrivals(world: World): number[] {
  const log = tap(world);
  pumpAll(world.network);
  return log.filter((line) => line.includes('arrived')).map((line) => Number(line.split('@')[1]));
}

describe('Link', () => {
  it('takes as long as its latency, for each packet', () => {
    const world = connected({ latency: 0.25 });
    for (const size of [1, 1000]) world.send(size);
    expect(arrivals(world)).to.deep.equal([0.25, 0.25]);
  });

  it('takes the time besides that its bandwidth takes for the bytes, one packet after another', () => {
    const world = connected({ latency: 10, bandwidth: 1000 });
    for (const size of [500, 250, 1000]) world.send(size);
    expect(arrivals(world)).to.deep.equal([10.5, 10.75, 11.75]);
  });

  it('adds nothing up that is not exact: ten thousand bytes at a thousand a second take ten seconds', () => {
    const world = connected({ bandwidth: 1000 });
    world.send(10_000);
    expect(arrivals(world).at(-1)).to.equal(10);
  });

  it('has a bandwidth for each direction, which all connections share', () => {
    const world = makeWorld({ latency: 0 });
    const [near, far] = connect(world);
    const other = world.client.connect('server', 80);
    world.network.link('client', 'server', { bandwidth: 1000 });
    for (const endpoint of [near, other, far]) endpoint.send(new Uint8Array(1000));
    expect(arrivals(world)).to.deep.equal([1, 1, 2]);
  });

  it('can be changed at any time, but for what is on its way', () => {
    const world = connected({ latency: 0, bandwidth: 1000 });
    world.send(1000);
    const link = world.network.link('client', 'server', { bandwidth: 100 });
    world.send(1000);
    link.set({ latency: 5, bandwidth: undefined });
    world.send(100);
    expect(arrivals(world)).to.deep.equal([1, 11, 17]);
    expect({ ...link }).to.deep.equal({ latency: 5, bandwidth: 100, jitter: 0, loss: 0 });
  });

  it('delays packets by up to its jitter, and lets none of a connection overtake another', () => {
    const world = connected({ latency: 1, jitter: 1 });
    for (let i = 0; i < 50; i++) world.send(1);
    const times = arrivals(world);
    expect(times.every((time, i) => time >= 1 && time < 2 && time >= (times[i - 1] ?? 0))).to.equal(true);
    expect(new Set(times).size).to.be.above(3);
  });

  it('loses packets, each with the probability that it was told', () => {
    const world = connected({ latency: 1, loss: 0.25 });
    const log = tap(world);
    for (let i = 0; i < 400; i++) world.send(1);
    const lost = log.filter((line) => line.includes('lost')).length;
    expect(lost).to.be.within(80, 120);
  });

  it('loses all where the probability is one', () => {
    const { network, client } = makeWorld({ latency: 0, loss: 1 });
    const near = client.connect('server', 80);
    pumpAll(network);
    expect(shownError(near.error)).to.equal('TimeoutError: [Errno 110] Connection timed out');
  });

  it('brings what is sent before a change of its latency before what is sent after it', () => {
    const world = makeWorld({ latency: 5 });
    const [near, far] = connect(world);
    near.send(encode('first,'));
    world.network.link('client', 'server', { latency: 0 });
    near.send(encode('second'));
    expect(read(far)).to.equal('');
    pumpAll(world.network);
    expect(read(far)).to.equal('first,second');
  });
});

describe('checkLink', () => {
  it('refuses what no link can be like', () => {
    const refused: LinkOptions[] = [
      { latency: -1 },
      { latency: Infinity },
      { latency: Number.NaN },
      { jitter: -0.1 },
      { bandwidth: 0 },
      { loss: 1.5 },
      { loss: Number.NaN },
    ];
    expect(refused.map((options) => shownError(thrownBy(() => checkLink(options))))).to.deep.equal([
      'ValueError: latency must be a finite number of seconds, not below 0, got -1',
      'ValueError: latency must be a finite number of seconds, not below 0, got Infinity',
      'ValueError: latency must be a finite number of seconds, not below 0, got NaN',
      'ValueError: jitter must be a finite number of seconds, not below 0, got -0.1',
      'ValueError: bandwidth must be above 0 bytes per second, got 0',
      'ValueError: loss must be a probability, from 0 to 1, got 1.5',
      'ValueError: loss must be a probability, from 0 to 1, got NaN',
    ]);
  });

  it('refuses what is no number', () => {
    const error = thrownBy(() => checkLink({ latency: '1' as never }));
    expect(shownError(error)).to.equal("TypeError: latency must be a number, not '1'");
  });
});
