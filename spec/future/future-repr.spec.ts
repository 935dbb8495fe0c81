import { inspect } from 'node:util';
import { expect } from 'chai';
import { allTasks, createTask, EventLoop, Future, repr, ValueError, waitFor } from '../../lib';

describe('The repr of a future', () => {
  let loop: EventLoop;
  let future: Future<unknown>;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
  });

  it('tells its state', () => {
    const cancelled = loop.createFuture();
    cancelled.cancel();
    expect([String(future), String(cancelled)]).to.deep.equal(['<Future pending>', '<Future cancelled>']);
  });

  it('tells its result, cut as reprlib does', () => {
    const results = [1, 'x'.repeat(100), [1, 2, 3, 4, 5, 6, 7], undefined];
    const shown = results.map((result) => {
      const done = loop.createFuture();
      done.setResult(result);
      return String(done);
    });
    expect(shown).to.deep.equal([
      '<Future finished result=1>',
      "<Future finished result='xxxxxxxxxxxx...xxxxxxxxxxxxx'>",
      '<Future finished result=[1, 2, 3, 4, 5, 6, ...]>',
      '<Future finished result=undefined>',
    ]);
  });

  it('tells its exception, uncut', () => {
    const text = 'x'.repeat(60);
    future.setException(new ValueError(text));
    expect(String(future)).to.equal(`<Future finished exception=ValueError('${text}')>`);
    future.exception();
  });

  it('tells its callbacks while it is pending', () => {
    for (const callback of [function a() {}, function b() {}, function c() {}]) future.addDoneCallback(callback);
    expect(String(future)).to.equal('<Future pending cb=[a(), <1 more>, c()]>');
    future.setResult(1);
    expect(String(future)).to.equal('<Future finished result=1>');
  });

  it('shows three dots where a future is its own result', () => {
    future.setResult(future);
    expect(String(future)).to.equal('<Future finished result=...>');
  });

  it('shows three dots where two futures are the results of each other', () => {
    const other = loop.createFuture();
    future.setResult([other]);
    other.setResult(future);
    expect(String(future)).to.equal('<Future finished result=[<Future finished result=...>]>');
  });

  it('shows three dots where the result of a task holds all tasks, and so the task itself', () => {
    const lookAround = async () => allTasks();
    const main = async () => repr(await waitFor(createTask(lookAround(), { name: 'T' }), 10));
    const shown = loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect(shown).to.equal(
      "{<Task pending name='main' coro=<async_function() running> cb=[runUntilCompleteCallback()]>, " +
        "<Task finished name='T' coro=<async_function() done> result=...>}",
    );
  });

  it('names the subclass', () => {
    class Promised extends Future {}
    expect(String(new Promised(loop))).to.equal('<Promised pending>');
  });

  it('tells in debug mode where the future was created', () => {
    loop.setDebug(true);
    const created = loop.createFuture();
    expect(String(created)).to.match(/^<Future pending created at .*future-repr\.spec\.ts:\d+>$/);
  });

  it('is what console.log shows', () => {
    expect(inspect(future)).to.equal('<Future pending>');
  });
});
