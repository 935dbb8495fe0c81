import { expect } from 'chai';
import { OSError, TimeoutError } from '../../../lib/errors';
import {
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  type ErrorNumber,
  osError,
  unknownName,
} from '../../../lib/net/kernel/os-error';
import { repr } from '../../../lib/repr';

describe('osError', () => {
  it("makes an error of Python's class, with its number and its text", () => {
    const names: ErrorNumber[] = ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'];
    expect(names.map((name) => String(osError(name)))).to.deep.equal([
      'ConnectionRefusedError: [Errno 111] Connection refused',
      'ConnectionResetError: [Errno 104] Connection reset by peer',
      'ConnectionAbortedError: [Errno 103] Software caused connection abort',
      'BrokenPipeError: [Errno 32] Broken pipe',
      'TimeoutError: [Errno 110] Connection timed out',
      'OSError: [Errno 113] No route to host',
    ]);
  });

  it('tells the number and the text apart', () => {
    const { errno, strerror, args } = osError('EADDRINUSE');
    expect([errno, strerror, args]).to.deep.equal([98, 'Address already in use', [98, 'Address already in use']]);
  });

  it('is shown as Python shows it', () => {
    expect(repr(osError('ECONNREFUSED'))).to.equal("ConnectionRefusedError(111, 'Connection refused')");
  });
});

describe('The errors of connections', () => {
  const types = [ConnectionRefusedError, ConnectionResetError, ConnectionAbortedError, BrokenPipeError];

  it('are ConnectionErrors, and so OSErrors', () => {
    const errors = types.map((type) => new type('text'));
    expect(errors.every((error) => error instanceof ConnectionError && error instanceof OSError)).to.equal(true);
    expect(osError('ETIMEDOUT')).to.be.instanceOf(TimeoutError).and.not.instanceOf(ConnectionError);
  });

  it('can be made of a text alone', () => {
    const error = new ConnectionResetError('Connection lost');
    expect([error.message, error.errno, repr(error)]).to.deep.equal([
      'Connection lost',
      undefined,
      "ConnectionResetError('Connection lost')",
    ]);
  });
});

describe('unknownName', () => {
  it('is what Python names gaierror', () => {
    expect(String(unknownName())).to.equal('gaierror: [Errno -2] Name or service not known');
    expect(unknownName()).to.be.instanceOf(OSError);
  });
});
