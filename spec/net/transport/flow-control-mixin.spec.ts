import { expect } from 'chai';
import { EventLoop, gather, type Task, ValueError } from '../../../lib';
import { FlowControlMixin } from '../../../lib/net/transport/flow-control-mixin';
import { thrownBy } from '../../support';

describe('FlowControlMixin', () => {
  let loop: EventLoop;
  let protocol: FlowControlMixin;

  beforeEach(() => {
    loop = new EventLoop();
    protocol = new FlowControlMixin(loop);
  });

  /** Begin to drain, in tasks. */
  function drain(count: number): Task<void>[] {
    const tasks = Array.from({ length: count }, () => loop.createTask(protocol.drainHelper()));
    loop.runOnce();
    return tasks;
  }

  it('lets one drain without waiting where writing is not paused', () => {
    expect(drain(1).map((task) => task.done())).to.deep.equal([true]);
  });

  it('lets all who drain wait until writing is resumed', () => {
    protocol.pauseWriting();
    const tasks = drain(10);
    loop.callLater(0.1, () => protocol.resumeWriting());
    loop.runUntilComplete(gather(tasks));
    expect(loop.time()).to.equal(0.1);
  });

  it('lets all go on when the connection is closed meanwhile', () => {
    protocol.pauseWriting();
    const tasks = drain(2);
    protocol.connectionLost(undefined);
    loop.runUntilComplete(gather(tasks));
    expect(tasks.map((task) => task.exception())).to.deep.equal([undefined, undefined]);
  });

  it('gives all the error that ends the connection meanwhile, but for one that was cancelled', () => {
    protocol.pauseWriting();
    const tasks = drain(3);
    const error = new ValueError('lost');
    tasks[0]?.cancel();
    protocol.connectionLost(error);
    loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
    expect(tasks.map((task) => (task.cancelled() ? 'cancelled' : task.exception()))).to.deep.equal([
      'cancelled',
      error,
      error,
    ]);
  });

  it('refuses to drain once the connection is lost', () => {
    protocol.connectionLost(undefined);
    const error = thrownBy(() => loop.runUntilComplete(protocol.drainHelper()));
    expect(String(error)).to.equal('ConnectionResetError: Connection lost');
  });

  it('is paused and resumed in turns', () => {
    const errors = [thrownBy(() => protocol.resumeWriting())];
    protocol.pauseWriting();
    errors.push(thrownBy(() => protocol.pauseWriting()));
    expect(errors.map(({ name }) => name)).to.deep.equal(['AssertionError', 'AssertionError']);
  });
});
