import { expect } from 'chai';
import { socket } from '../../lib';
import { onNewWorlds, outcomeOf } from './support';

/** What calls of a new socket say, each with one of `values`. */
function said(call: (each: socket.Socket, value: never) => unknown, ...values: unknown[]): unknown[] {
  return values.map((value) => outcomeOf(() => call(new socket.Socket(), value as never)));
}

describe("The arguments of a socket's calls", () => {
  onNewWorlds();

  it('have to be an address, where one is to be connected to', () => {
    expect(
      said(
        (each, address) => each.connect(address),
        'localhost',
        undefined,
        ['localhost'],
        [5, 80],
        [null, 80],
        ['localhost', '80'],
        ['localhost', 1.5],
        ['localhost', -1],
      ),
    ).to.deep.equal([
      'TypeError: connect(): AF_INET address must be an array [host, port], not str',
      'TypeError: connect(): AF_INET address must be an array [host, port], not undefined',
      'TypeError: AF_INET address must be a pair (host, port)',
      'TypeError: str, bytes or bytearray expected, not number',
      'TypeError: str, bytes or bytearray expected, not null',
      "TypeError: 'str' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      'OverflowError: connect(): port must be 0-65535.',
    ]);
  });

  it('have to be an address, where one is to be bound to', () => {
    expect(said((each, address) => each.bind(address), 'localhost', ['localhost', 65_536])).to.deep.equal([
      'TypeError: bind(): AF_INET address must be an array [host, port], not str',
      'OverflowError: bind(): port must be 0-65535.',
    ]);
  });

  it('have to be bytes, where they are to be sent: text is none', () => {
    const errors = ["'str'", "'null'", "'number'"].map(
      (type) => `TypeError: a bytes-like object is required, not ${type}`,
    );
    expect(said((each, data) => each.send(data), 'hello', null, 5)).to.deep.equal(errors);
    expect(said((each, data) => each.sendall(data), 'hello', null, 5)).to.deep.equal(errors);
  });

  it('have to be a size, where bytes are to be received', () => {
    expect(said((each, size) => each.recv(size), 'x', undefined, 1.5, -1)).to.deep.equal([
      "TypeError: 'str' object cannot be interpreted as an integer",
      "TypeError: 'undefined' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      'ValueError: negative buffersize in recv',
    ]);
  });

  it('have to be a whole number, where connections are to wait; a negative one is none', () => {
    expect(said((each, backlog) => each.listen(backlog), 'x', -1)).to.deep.equal([
      "TypeError: 'str' object cannot be interpreted as an integer",
      undefined,
    ]);
  });

  it('have to be seconds, where a timeout is set; null and undefined are for ever', () => {
    const set = (each: socket.Socket, seconds: never) => {
      each.settimeout(seconds);
      return each.gettimeout();
    };
    expect(said(set, 2.5, 0, null, undefined, -1, Number.NaN, Infinity, 'x')).to.deep.equal([
      2.5,
      0,
      undefined,
      undefined,
      'ValueError: Timeout value out of range',
      'ValueError: Invalid seconds: NaN (not a number)',
      'OverflowError: timestamp out of range for platform time_t',
      "TypeError: seconds must be a number of seconds, not 'x'",
    ]);
  });
});
