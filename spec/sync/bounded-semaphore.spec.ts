import { expect } from 'chai';
import { BoundedSemaphore, EventLoop, Semaphore, ValueError } from '../../lib';
import { runBriefly } from '../support';

describe('BoundedSemaphore', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  it('refuses to be released before it was acquired', () => {
    expect(() => new BoundedSemaphore().release()).to.throw(ValueError, /^BoundedSemaphore released too many times$/);
  });

  it('is as it was after a release too many', () => {
    const semaphore = new BoundedSemaphore(2);
    expect(() => semaphore.release()).to.throw(ValueError);
    expect(String(semaphore)).to.equal('<asyncio.locks.BoundedSemaphore object [unlocked, value:2]>');
  });

  it('can be released as often as it was acquired', () => {
    const semaphore = new BoundedSemaphore(2);
    for (let i = 0; i < 2; i++) loop.runUntilComplete(semaphore.acquire());
    for (let i = 0; i < 2; i++) semaphore.release();
    expect(() => semaphore.release()).to.throw(ValueError);
  });

  it('can be released while others wait, who get the permit', () => {
    const semaphore = new BoundedSemaphore(1);
    loop.runUntilComplete(semaphore.acquire());
    const next = loop.createTask(semaphore.acquire());
    runBriefly(loop);
    semaphore.release();
    runBriefly(loop);
    expect([next.done(), semaphore.locked()]).to.deep.equal([true, true]);
  });

  it('is a semaphore, with one permit when not told how many', () => {
    const semaphore = new BoundedSemaphore();
    expect(semaphore instanceof Semaphore).to.equal(true);
    expect(String(semaphore)).to.equal('<asyncio.locks.BoundedSemaphore object [unlocked, value:1]>');
  });

  it('made with none can be neither acquired nor released', () => {
    const semaphore = new BoundedSemaphore(0);
    const task = loop.createTask(semaphore.acquire());
    runBriefly(loop);
    expect(() => semaphore.release()).to.throw(ValueError);
    expect(task.done()).to.equal(false);
  });

  it("is acquired by Semaphore's own method, as its coroutine says", () => {
    const acquiring = new BoundedSemaphore().acquire();
    expect(String(acquiring)).to.equal('<coroutine object Semaphore.acquire>');
    acquiring.close();
  });

  it('refuses to be made with less than none, as any semaphore', () => {
    expect(() => new BoundedSemaphore(-1)).to.throw(ValueError, /^Semaphore initial value must be >= 0$/);
  });
});
