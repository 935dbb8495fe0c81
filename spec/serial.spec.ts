import { expect } from 'chai';
import { type AsyncGenerator, coroutine, EventLoop } from '../lib';
import { nextSerial } from '../lib/serial';

describe('nextSerial', () => {
  it('gives a number greater than all before', () => {
    const numbers = [nextSerial(), nextSerial(), nextSerial()];
    expect(numbers).to.deep.equal([...new Set(numbers)].sort((a, b) => a - b));
  });

  it('numbers what can be left behind, of every kind, in the order of its making', () => {
    const loop = new EventLoop();
    const hello = coroutine(function* hello() {});
    const values = async function* () {
      yield 1;
    };
    const before = nextSerial();
    const coro = hello();
    const made = [
      coro,
      loop.createTask(coro),
      values() as unknown as AsyncGenerator<number>,
      loop.createFuture(),
      (async () => {})() as unknown as ReturnType<typeof hello>,
    ];
    const serials = made.map(({ serial }) => serial);
    expect(serials).to.deep.equal([...serials].sort((a, b) => a - b));
    expect(serials.every((serial) => serial > before && serial < nextSerial())).to.equal(true);
    loop.runUntilComplete(made[1] as never);
  });

  it('numbers a plain generator when a task is made of it: the task first', () => {
    const loop = new EventLoop();
    const plain = function* () {};
    const task = loop.createTask(plain());
    const later = loop.createFuture();
    expect([later.serial - task.serial, loop.runUntilComplete(task)]).to.deep.equal([2, undefined]);
  });
});
