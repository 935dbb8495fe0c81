import { expect } from 'chai';
import { Coroutine, EventLoop } from '../../lib';

describe('Coroutine, made by hand', () => {
  function* hello() {}

  /** How a coroutine is shown by itself, and by a task, which drives it to its end then. */
  function shown(coro: Coroutine<void>): string[] {
    const loop = new EventLoop();
    const itself = String(coro);
    const task = loop.createTask(coro, { name: 'T' });
    const pending = String(task);
    loop.runUntilComplete(task);
    return [itself, pending, String(task)];
  }

  it('shows the name that it was given', () => {
    expect(shown(new Coroutine(hello(), 'Greeter.hello'))).to.deep.equal([
      '<coroutine object Greeter.hello>',
      "<Task pending name='T' coro=<Greeter.hello() running>>",
      "<Task finished name='T' coro=<Greeter.hello() done> result=undefined>",
    ]);
  });

  it('shows what it is where it was given none: a generator does not tell its name', () => {
    expect(shown(new Coroutine(hello()))).to.deep.equal([
      '<coroutine object generator>',
      "<Task pending name='T' coro=<generator() running>>",
      "<Task finished name='T' coro=<generator() done> result=undefined>",
    ]);
  });
});
