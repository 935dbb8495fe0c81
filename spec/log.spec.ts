import { expect } from 'chai';
import { EventLoop, ExceptionGroup, logger, ValueError } from '../lib';

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

  it('shows the trace that it is told to show', () => {
    const { traceOf } = logger;
    logger.traceOf = ({ message }) => `<${message}>`;
    logger.error('it failed', new ValueError('odd'));
    logger.traceOf = traceOf;
    expect(written).to.deep.equal(['it failed\n<odd>']);
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
    expect(written).to.deep.equal([`it failed\n${b.stack}\ncaused by ${a.stack}\ncaused by ValueError: b (see above)`]);
  });

  it('shows the errors that a group holds, and those that a group in it holds', () => {
    const [first, second] = [new ValueError('first'), new TypeError('second')];
    const group = new ExceptionGroup('outer', [first, new ExceptionGroup('inner', [second])]);
    logger.error('it failed', group);
    const titles = (written[0] ?? '').split('\n').filter((line) => !/^ *at /.test(line));
    expect(titles).to.deep.equal([
      'it failed',
      'ExceptionGroup: outer',
      '  1: ValueError: first',
      '  2: ExceptionGroup: inner',
      '    1: TypeError: second',
    ]);
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
