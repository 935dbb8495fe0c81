import { expect } from 'chai';
import { EventLoop, setEventLoop, TimeoutError, ValueError } from '../../../lib';
import { getNetwork } from '../../../lib/net/kernel/network';
import { createConnection } from '../../../lib/net/stream/open-connection';
import { Protocol } from '../../../lib/net/transport/protocol';
import { thrownBy } from '../../support';
import { errorText } from '../stream/streams';
import { NotingProtocol } from './connected';

describe('createConnection', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(null));

  const connect = (host: string | null, port: number, options = {}) =>
    createConnection(() => new Protocol(), host, port, options);

  it('gives the transport, and the protocol, which knows of it by then', () => {
    const listener = getNetwork().localhost.listen(null, 80);
    const protocol = new NotingProtocol();
    const [transport, given] = loop.runUntilComplete(createConnection(() => protocol, '127.0.0.1', 80));
    expect([given, transport.getProtocol(), protocol.told]).to.deep.equal([protocol, protocol, ['connectionMade']]);
    expect(listener.accept()?.local.port).to.equal(80);
  });

  it('takes the time of a packet there and back', () => {
    const network = getNetwork();
    network.addHost('far', { latency: 0.25 }).listen(null, 80);
    loop.runUntilComplete(connect('far', 80));
    expect(loop.time()).to.equal(0.5);
  });

  it('looks up a name in a thread, and an address not at all', () => {
    getNetwork().localhost.listen(null, 80);
    const iterationsOf = (host: string | null) => {
      const task = loop.createTask(connect(host, 80));
      let count = 0;
      for (; !task.done(); count++) loop.runOnce();
      return count;
    };
    expect([iterationsOf('127.0.0.1'), iterationsOf('localhost'), iterationsOf(null)]).to.deep.equal([5, 8, 8]);
  });

  it('connects from the address that it is told', () => {
    const listener = getNetwork().localhost.listen(null, 80);
    const [transport] = loop.runUntilComplete(connect('127.0.0.1', 80, { localAddr: ['127.0.0.1', 5000] }));
    expect([transport.getExtraInfo('sockname'), listener.accept()?.remote.port]).to.deep.equal([
      ['127.0.0.1', 5000],
      5000,
    ]);
  });

  describe('is refused', () => {
    it('where nobody listens, after a packet there and back', () => {
      getNetwork().addHost('far', { latency: 0.25 });
      const error = thrownBy(() => loop.runUntilComplete(connect('far', 80)));
      const address = getNetwork().localhost.resolve('far');
      expect([String(error), loop.time()]).to.deep.equal([
        `ConnectionRefusedError: [Errno 111] Connect call failed ('${address}', 80)`,
        0.5,
      ]);
    });

    it('where no host has that name', () => {
      expect(errorText(loop, connect('nowhere', 80))).to.equal('gaierror: [Errno -2] Name or service not known');
    });

    it('where no packet passes, once they were sent often enough', () => {
      const network = getNetwork();
      network.addHost('far');
      network.partition(['localhost'], ['far']);
      const error = thrownBy(() => loop.runUntilComplete(connect('far', 80))) as TimeoutError;
      expect([error instanceof TimeoutError, error.errno, Math.round(loop.time())]).to.deep.equal([true, 110, 127]);
    });

    it('where it is told neither a host nor a port', () => {
      expect(
        errorText(
          loop,
          createConnection(() => new Protocol()),
        ),
      ).to.equal('ValueError: host and port was not specified and no sock specified');
    });
  });

  it('cancelled, connects no more', () => {
    const network = getNetwork();
    const listener = network.addHost('far', { latency: 1 }).listen(null, 80);
    const task = loop.createTask(connect(network.localhost.resolve('far'), 80));
    loop.callLater(1.5, () => task.cancel());
    expect(() => loop.runUntilComplete(task)).to.throw();
    while (loop.step());
    expect([task.cancelled(), listener.accept()]).to.deep.equal([true, undefined]);
  });

  it('closes the connection where what makes the protocol throws', () => {
    const listener = getNetwork().localhost.listen(null, 80);
    const failing = createConnection(
      () => {
        throw new ValueError('no protocol');
      },
      '127.0.0.1',
      80,
    );
    const text = errorText(loop, failing);
    expect([text, listener.accept()?.receive(1)?.length]).to.deep.equal(['ValueError: no protocol', 0]);
  });
});
