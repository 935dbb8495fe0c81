import { expect } from 'chai';
import { EventLoop, logger, ValueError } from '../lib';

describe('logger', () => {
  const write = logger.write;
  let written: string[];

  beforeEach(() => {
    written = [];
    logger.write = (text) => {
      written.push(text);
    };
  });

  afterEach(() => {
    logger.write = write;
  });

  it('writes a warning as it is', () => {
    logger.warning('careful');
    expect(written).to.deep.equal(['careful']);
  });

  it('writes an error with the trace of the exception below', () => {
    const error = new ValueError('odd');
    logger.error('it failed', error);
    expect(written).to.deep.equal([`it failed\n${error.stack}`]);
  });

  it('writes an error without an exception as it is', () => {
    logger.error('it failed');
    expect(written).to.deep.equal(['it failed']);
  });

  it('follows the causes of the exception', () => {
    const cause = new TypeError('deep');
    const error = new ValueError('shallow', { cause });
    logger.error('it failed', error);
    expect(written).to.deep.equal([`it failed\n${error.stack}\ncaused by ${cause.stack}`]);
  });

  it('follows causes that go round in a circle only once', () => {
    const a = new ValueError('a');
    const b = new ValueError('b', { cause: a });
    a.cause = b;
    logger.error('it failed', b);
    expect(written).to.deep.equal([`it failed\n${b.stack}\ncaused by ${a.stack}`]);
  });

  it('takes an exception without a trace', () => {
    const error = new ValueError('odd');
    error.stack = undefined;
    logger.error('it failed', error);
    expect(written).to.deep.equal(['it failed\nValueError: odd']);
  });

  it('is where the default exception handler of a loop writes', () => {
    new EventLoop().callExceptionHandler({ message: 'nobody caught this' });
    expect(written).to.deep.equal(['nobody caught this']);
  });
});

describe('logger.write', () => {
  it("writes to the host's standard error, unless replaced", () => {
    const written: unknown[] = [];
    const { error } = console;
    console.error = (text: unknown) => written.push(text);
    try {
      logger.write('to standard error');
    } finally {
      console.error = error;
    }
    expect(written).to.deep.equal(['to standard error']);
  });
});
