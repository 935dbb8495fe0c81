import { expect } from 'chai';
import type { OSError } from '../../../lib';
import type { Host } from '../../../lib/net/kernel/host';
import { Network } from '../../../lib/net/kernel/network';
import { bind, bindAll } from '../../../lib/net/transport/bind';
import { thrownBy } from '../../support';

describe('Binding', () => {
  let localhost: Host;

  beforeEach(() => {
    ({ localhost } = new Network());
  });

  const own = { host: '127.0.0.1', port: 80 };
  const elsewhere = { host: '192.0.2.1', port: 80 };

  it('gives an address as it is, and a free port where it is told 0', () => {
    const { host, port } = bind(localhost, { host: '127.0.0.1', port: 0 });
    expect([bind(localhost, own), host, port > 0]).to.deep.equal([own, '127.0.0.1', true]);
  });

  it('takes nothing: another can be bound to the same address until somebody listens there', () => {
    bind(localhost, own);
    const again = bind(localhost, own);
    localhost.listen(again.host, again.port);
    const error = thrownBy(() => bind(localhost, own)) as OSError;
    expect([String(error), error.errno]).to.deep.equal([
      "OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 80): [errno 98] address already in use",
      98,
    ]);
  });

  it('of several addresses passes over those of other hosts', () => {
    expect(bindAll(localhost, [elsewhere, own])).to.deep.equal([own]);
  });

  it('is an OSError without a number where no address is left', () => {
    const errors = [[], [elsewhere]].map((wanted) => thrownBy(() => bindAll(localhost, wanted)) as OSError);
    expect(errors.map((error) => [String(error), error.errno])).to.deep.equal([
      ['OSError: could not bind on any address out of []', undefined],
      ["OSError: could not bind on any address out of [('192.0.2.1', 80)]", undefined],
    ]);
  });

  it('lets any other error pass as it is', () => {
    expect(String(thrownBy(() => bindAll(localhost, [{ host: '127.0.0.1', port: -1 }])))).to.equal(
      'OverflowError: bind(): port must be 0-65535.',
    );
  });
});
