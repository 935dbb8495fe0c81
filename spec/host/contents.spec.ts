import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { asyncWith, EventLoop, gather, Lock, sleep, type Task } from '../../lib';
import { host } from './chains';

/** Functions made here hold what they are given, and nothing of this file. */
const holderOf = new Function('value', 'return () => value');

describe('NodeHost.contentsOf', () => {
  const held = { name: 'held' };

  before(() => host.watch());
  after(() => host.unwatch());

  it('gives what a function holds of the functions around it', () => {
    expect(host.contentsOf(holderOf(held))).to.deep.equal([held]);
    expect(host.contentsOf(holderOf(held))[0]).to.equal(held);
  });

  it('gives what any function there uses: they share it', () => {
    const make = new Function('one', 'other', 'return [() => one, () => other]');
    expect(host.contentsOf(make(held, 'text')[0])).to.have.members([held, 'text']);
  });

  it('gives what a bound function was bound to, and the function', () => {
    const bindable = new Function('return this');
    const list = [1];
    expect(host.contentsOf(bindable.bind(held, list, 'text'))).to.deep.equal([bindable, held, list, 'text']);
  });

  it('gives what a suspended generator holds: its variables, `this`, and its function', () => {
    const make = new Function('return function* steps(first) { const second = [first]; yield this; }')();
    const receiver = {};
    const generator = make.call(receiver, held);
    generator.next();
    expect(host.contentsOf(generator)).to.deep.equal([held, [held], make, receiver]);
  });

  it('gives, of a generator that delegates, the other too', () => {
    const [outer, inner] = new Function('return [function* (g) { yield* g; }, function* () { yield; }]')();
    const innermost = inner();
    const generator = outer(innermost);
    generator.next();
    const contents = host.contentsOf(generator);
    expect(contents).to.include(innermost);
  });

  it('leads, with properties, from a task that is suspended to what it will use', () => {
    const lock = new Lock();
    const loop = new EventLoop();
    const main = async () => await asyncWith(lock, async () => await loop.createFuture());
    const task: Task = loop.createTask(main());
    loop.runOnce();
    const reached = new Set<unknown>([task.getCoro()]);
    for (const each of reached) {
      if (!(each instanceof Object) || each instanceof EventLoop || reached.size > 1000) continue;
      for (const next of [...Object.values(each), ...host.contentsOf(each)]) reached.add(next);
    }
    expect(reached.has(lock)).to.equal(true);
  });

  it('gives nothing of what the modules of the library, and of Node, hold', () => {
    expect([sleep, EventLoop.prototype.step, readFileSync].map((each) => host.contentsOf(each))).to.deep.equal([
      [],
      [],
      [],
    ]);
  });

  it('gives what a function of the library holds of the call that made it', () => {
    const future = new EventLoop().createFuture();
    const outer = gather([future]);
    const [waiter] = future.getWaiters();
    expect(host.contentsOf(waiter?.callback as object)).to.deep.equal([outer]);
  });

  it('gives neither the module of a file nor its require, which lead to all others', () => {
    const here = host.contentsOf(() => [module, require, held]);
    expect([here.includes(module), here.includes(require), here.includes(held)]).to.deep.equal([false, false, true]);
  });

  it('gives nothing of what keeps nothing out of sight', () => {
    expect([{}, [held], Math.max, new Map([[held, held]])].map((each) => host.contentsOf(each))).to.deep.equal([
      [],
      [],
      [],
      [],
    ]);
  });
});
