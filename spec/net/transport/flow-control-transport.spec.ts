import { expect } from 'chai';
import { EventLoop, setEventLoop, ValueError } from '../../../lib';
import type { WriteBufferLimits } from '../../../lib/net/transport/transport';
import { collectReports } from '../../support';
import { NotingProtocol, settle, TOO_MUCH, transportFor } from './connected';

describe('FlowControlTransport', () => {
  let loop: EventLoop;
  let protocol: NotingProtocol;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    protocol = new NotingProtocol();
  });

  afterEach(() => setEventLoop(null));

  it('tells the protocol to pause above 64 KiB, and to resume from 16 KiB on, once each', () => {
    const [transport, other] = transportFor(protocol);
    transport.write(new Uint8Array(TOO_MUCH));
    transport.write(new Uint8Array(1));
    const paused = [...protocol.told];
    const sizes: number[] = [];
    while (protocol.told.length === 1) {
      other.receive(8192);
      settle(loop);
      sizes.push(transport.getWriteBufferSize());
    }
    const last = sizes.pop() as number;
    expect([paused, protocol.told]).to.deep.equal([['pauseWriting'], ['pauseWriting', 'resumeWriting']]);
    expect([last <= 16384, sizes.every((size) => size > 16384)]).to.deep.equal([true, true]);
  });

  it('does so at other marks, where they are set', () => {
    const [transport] = transportFor(protocol);
    transport.setWriteBufferLimits({ high: TOO_MUCH });
    transport.write(new Uint8Array(TOO_MUCH));
    const before = [...protocol.told];
    transport.setWriteBufferLimits({ high: 0 });
    expect([before, protocol.told]).to.deep.equal([[], ['pauseWriting']]);
  });

  it('takes the other mark from one that is given', () => {
    const [transport] = transportFor(protocol);
    const given: (WriteBufferLimits | undefined)[] = [undefined, { high: 1026 }, { low: 100 }, { high: 7, low: 7 }];
    const limits = given.map((each) => {
      transport.setWriteBufferLimits(each);
      return transport.getWriteBufferLimits();
    });
    expect(limits).to.deep.equal([
      [16384, 65536],
      [256, 1026],
      [100, 400],
      [7, 7],
    ]);
  });

  it('refuses marks that are the wrong way round, or below 0', () => {
    const [transport] = transportFor(protocol);
    const text = 'high (1) must be >= low (2) must be >= 0';
    expect(() => transport.setWriteBufferLimits({ high: 1, low: 2 })).to.throw(ValueError, text);
    expect(() => transport.setWriteBufferLimits({ low: -1 })).to.throw(ValueError, 'high (-4) must be >= low (-1)');
  });

  it('reports what the protocol throws when told, and goes on', () => {
    const reports = collectReports(loop);
    const errors = { pauseWriting: new ValueError('no'), resumeWriting: new ValueError('never') };
    const failing = new NotingProtocol(false, errors);
    const [transport, other] = transportFor(failing);
    transport.write(new Uint8Array(TOO_MUCH));
    while (other.receive(TOO_MUCH) !== undefined) settle(loop);
    expect(reports.map(({ message, exception }) => `${message}: ${exception}`)).to.deep.equal([
      'protocol.pause_writing() failed: ValueError: no',
      'protocol.resume_writing() failed: ValueError: never',
    ]);
    expect(transport.isClosing()).to.equal(false);
  });
});
