import { expect } from 'chai';
import { type CancelledError, EventLoop, type Future } from '../../lib';
import { thrownBy } from '../support';

describe('The message of a cancelled future', () => {
  let loop: EventLoop;
  let future: Future;

  /** What the CancelledErrors hold that the future throws where it is awaited, and where it is asked. */
  function raised(): (readonly unknown[])[] {
    const errors = [thrownBy(() => loop.runUntilComplete(future)), thrownBy(() => future.result())];
    return errors.map((error) => (error as CancelledError).args);
  }

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
  });

  it('is kept with the future from its cancellation on, however often it is raised', () => {
    const before = future.cancelMessage;
    future.cancel('my message');
    expect([before, future.cancelMessage]).to.deep.equal([undefined, 'my message']);
    expect(raised()).to.deep.equal([['my message'], ['my message']]);
    expect(future.cancelMessage).to.equal('my message');
  });

  it('can be set anew: the errors that follow hold that', () => {
    future.cancel('my message');
    future.cancelMessage = 'my new message';
    expect(raised()).to.deep.equal([['my new message'], ['my new message']]);
    expect(future.cancelMessage).to.equal('my new message');
  });
});
