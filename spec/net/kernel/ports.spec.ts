import { expect } from 'chai';
import { Agenda } from '../../../lib/net/kernel/agenda';
import { Listener } from '../../../lib/net/kernel/listener';
import { Ports } from '../../../lib/net/kernel/ports';
import { thrownBy } from '../../support';

const own = { host: '10.0.0.1', port: 0 };
const remote = { host: '10.0.0.2', port: 80 };

function listenerAt(host: string, port: number): Listener {
  return new Listener(new Agenda(), { host, port }, 5, () => {});
}

describe('Ports', () => {
  it('are free from 49152 on, each time behind the last, and round again', () => {
    const ports = new Ports();
    const count = 65536 - 49152;
    const taken = Array.from({ length: count }, () => ports.takePort(own, remote));
    expect([taken[0], taken[1], taken.at(-1), new Set(taken).size]).to.deep.equal([49152, 49153, 65535, count]);
    ports.release({ ...own, port: 50000 }, remote);
    expect(ports.takePort(own, remote)).to.equal(50000);
  });

  it('are all taken for one other end at last, and for no other', () => {
    const ports = new Ports();
    for (let port = 49152; port <= 65535; port++) ports.takePort(own, remote);
    expect(thrownBy(() => ports.takePort(own, remote)).message).to.equal('[Errno 99] Cannot assign requested address');
    expect(ports.takePort(own, { ...remote, port: 81 })).to.equal(49152);
  });

  it('are taken, too, where something listens', () => {
    const ports = new Ports();
    ports.addListener(listenerAt('0.0.0.0', 49152));
    ports.addListener(listenerAt('10.0.0.1', 49153));
    ports.addListener(listenerAt('127.0.0.1', 49154));
    expect(ports.takePort(own, remote)).to.equal(49154);
    expect(ports.portToListen({ host: '0.0.0.0', port: 0 })).to.equal(49155);
  });

  it('lead to what listens at an address, or at all of them', () => {
    const ports = new Ports();
    const [one, all] = [listenerAt('10.0.0.1', 80), listenerAt('0.0.0.0', 81)];
    for (const listener of [one, all]) ports.addListener(listener);
    const found = [
      ports.listenerAt({ host: '10.0.0.1', port: 80 }),
      ports.listenerAt({ host: '127.0.0.1', port: 80 }),
      ports.listenerAt({ host: '127.0.0.1', port: 81 }),
    ];
    expect(found).to.deep.equal([one, undefined, all]);
    ports.removeListener(one);
    expect(ports.listenerAt(one.local)).to.equal(undefined);
  });
});
