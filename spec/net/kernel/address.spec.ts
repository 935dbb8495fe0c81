import { expect } from 'chai';
import { OverflowError } from '../../../lib';
import { checkPort, isIp } from '../../../lib/net/kernel/address';
import { thrownBy } from '../../support';
import { shownError } from './world';

describe('checkPort', () => {
  it('lets pass what can be a port', () => {
    for (const port of [0, 80, 65535]) expect(() => checkPort('connect', port)).to.not.throw();
  });

  it('refuses what is out of range, in the name of the call', () => {
    const refused = [65536, -1, 1e9].map((port) => thrownBy(() => checkPort('connect', port)));
    expect(refused.map(shownError)).to.deep.equal(Array(3).fill('OverflowError: connect(): port must be 0-65535.'));
    expect(refused[0]).to.be.instanceOf(OverflowError);
  });

  it('refuses what is no integer', () => {
    const refused = ['80', 80.5, Number.NaN, undefined, [80]].map((port) => thrownBy(() => checkPort('bind', port)));
    expect(refused.map(shownError)).to.deep.equal([
      "TypeError: 'str' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      "TypeError: 'undefined' object cannot be interpreted as an integer",
      "TypeError: 'Array' object cannot be interpreted as an integer",
    ]);
  });
});

describe('isIp', () => {
  it('tells an address from a name', () => {
    const texts = ['10.0.0.1', '255.255.255.255', '10.0.0.256', '10.0.0', '1.2.3.4.5', 'a.b.c.d', '', 'localhost'];
    expect(texts.map(isIp)).to.deep.equal([true, true, false, false, false, false, false, false]);
  });
});
