import { expect } from 'chai';
import { CancelledError, createTask, EventLoop, logger, sleep, ValueError } from '../../lib';
import { collectReports, Log } from '../support';

describe('shutdownAsyncgens', () => {
  let loop: EventLoop;
  let log: Log;

  async function* numbers(name: string, delay = 0): AsyncGenerator<number> {
    try {
      for (let n = 1; ; n++) yield n;
    } finally {
      if (delay > 0) await sleep(delay);
      log.note(`${name} cleans up`);
    }
  }

  async function* failing(error: Error): AsyncGenerator<number> {
    try {
      yield 1;
    } finally {
      fail(error);
    }
  }

  const fail = (error: Error): never => {
    throw error;
  };

  /** Take one value from each, and leave them half-way. */
  const begin = (...generators: AsyncGenerator<number>[]): void => {
    const main = async (): Promise<void> => {
      for (const generator of generators) await generator.next();
    };
    loop.runUntilComplete(main());
  };

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('closes the generators that were begun and left half-way, in the order in which they were begun', () => {
    begin(numbers('a'), numbers('b'));
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(log.entries).to.deep.equal(['a cleans up@0', 'b cleans up@0']);
  });

  it('closes them all at once', () => {
    begin(numbers('slow', 2), numbers('quick', 1));
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(log.entries).to.deep.equal(['quick cleans up@1', 'slow cleans up@2']);
  });

  it('leaves alone those that were never begun, and those that have ended', () => {
    numbers('never begun');
    const ended = numbers('ended');
    begin(ended);
    const close = async (): Promise<void> => {
      await ended.return(undefined);
    };
    loop.runUntilComplete(close());
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(log.entries).to.deep.equal(['ended cleans up@0']);
  });

  it('forgets those that it has closed', () => {
    begin(numbers('a'));
    loop.runUntilComplete(loop.shutdownAsyncgens());
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(log.entries).to.deep.equal(['a cleans up@0']);
  });

  it('takes no iteration where there are none', () => {
    const coro = loop.shutdownAsyncgens();
    expect(coro.send(undefined)).to.deep.equal({ done: true, value: undefined });
  });

  it('reports each that fails to the exception handler, and closes the others', () => {
    const reports = collectReports(loop);
    const error = new ValueError('in cleaning up');
    const bad = failing(error);
    begin(bad, numbers('good'));
    loop.runUntilComplete(loop.shutdownAsyncgens());
    const message = 'an error occurred during closing of asynchronous generator <async_generator object failing>';
    expect(reports).to.deep.equal([{ message, exception: error, asyncgen: bad }]);
    expect(log.entries).to.deep.equal(['good cleans up@0']);
  });

  it('does not report a cancellation', () => {
    const reports = collectReports(loop);
    begin(failing(new CancelledError()));
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(reports).to.deep.equal([]);
  });

  it('knows a generator from the first call of its next(), before that is awaited', () => {
    const generator = numbers('a');
    const main = async (): Promise<void> => {
      const first = createTask(generator.next());
      await first;
    };
    loop.runUntilComplete(main());
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(log.entries).to.deep.equal(['a cleans up@0']);
  });

  describe('afterwards', () => {
    const { write } = logger;

    afterEach(() => {
      logger.write = write;
    });

    it('a generator that is begun is warned of', () => {
      const written: string[] = [];
      logger.write = (text) => written.push(text);
      loop.runUntilComplete(loop.shutdownAsyncgens());
      begin(numbers('late'));
      expect(written).to.deep.equal([
        'asynchronous generator <async_generator object numbers> was scheduled after loop.shutdown_asyncgens() call',
      ]);
    });
  });
});

describe('A generator left half-way when its loop is closed', () => {
  let loop: EventLoop;
  let reports: Record<string, unknown>[];

  beforeEach(() => {
    loop = new EventLoop();
    reports = collectReports(loop);
  });

  async function* numbers(): AsyncGenerator<number> {
    yield 1;
  }

  function leaveHalfWay(generator: AsyncGenerator<number>): void {
    const main = async (): Promise<void> => {
      await generator.next();
    };
    loop.runUntilComplete(main());
    loop.close();
  }

  it('is reported: it will never clean up', () => {
    const generator = numbers();
    leaveHalfWay(generator);
    expect(reports.map((report) => report.asyncgen)).to.deep.equal([generator]);
  });

  it('is named in the report', () => {
    leaveHalfWay(numbers());
    expect(reports.map((report) => report.message)).to.deep.equal([
      '<async_generator object numbers> was destroyed but it is not finished!',
    ]);
  });

  it('is not reported once it has ended', () => {
    const main = async (): Promise<void> => {
      for await (const _ of numbers());
      for await (const _ of numbers()) break;
    };
    loop.runUntilComplete(main());
    loop.close();
    expect(reports).to.deep.equal([]);
  });
});
