import { expect } from 'chai';
import { EventLoop, type Task } from '../../lib';

describe('Task: cancelling the first of ten thousand tasks that wait for each other', () => {
  function* waitFor(task: Task | undefined, loop: EventLoop): Generator<unknown, unknown, unknown> {
    return yield* task ?? loop.createFuture();
  }

  it('reaches the last, and cancels them all with its message', () => {
    const loop = new EventLoop();
    const tasks: Task[] = [];
    for (let i = 0; i < 10_000; i++) tasks.push(loop.createTask(waitFor(tasks.at(-1), loop)));
    loop.runOnce();
    const first = tasks.at(-1) as Task;
    first.cancel('enough');
    expect(() => loop.runUntilComplete(first)).to.throw('enough');
    expect(tasks.filter((task) => !task.cancelled())).to.deep.equal([]);
    expect(new Set(tasks.map((task) => task.cancelling()))).to.deep.equal(new Set([1]));
  });

  it('can show it, with the far end of the chain left out', () => {
    const loop = new EventLoop();
    const tasks: Task[] = [];
    for (let i = 0; i < 1000; i++) tasks.push(loop.createTask(waitFor(tasks.at(-1), loop), { name: `t${i}` }));
    loop.runOnce();
    expect(String(tasks.at(-1))).to.match(/name='t999'.*name='t998'.*name='t997'.*wait_for=\.\.\./);
    expect(String(tasks.at(-1)).length).to.be.below(1000);
  });
});
