import { expect } from 'chai';
import { EventLoop, sleep, Task } from '../../lib';

describe('Task: its name', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const make = (name?: unknown) => loop.createTask(sleep(0), { name });
  const numberOf = (task: Task) => Number(/^Task-(\d+)$/.exec(task.getName())?.[1]);

  it('is a number of its own where none was given, counted through the whole process', () => {
    const first = make();
    const second = new EventLoop().createTask(sleep(0));
    expect(numberOf(second)).to.equal(numberOf(first) + 1);
  });

  it('shows, and tells two tasks apart: the later has the greater number', () => {
    const numberShown = (task: Task) => Number(/^<Task pending name='Task-(\d+)' /.exec(String(task))?.[1]);
    const [first, second] = [make(), make()];
    expect(numberShown(first)).to.be.below(numberShown(second));
    loop.runUntilComplete(first);
    loop.runUntilComplete(second);
  });

  it('is what was given, which uses up no number', () => {
    const first = make();
    const named = make('x');
    const second = make();
    expect([named.getName(), numberOf(second)]).to.deep.equal(['x', numberOf(first) + 1]);
  });

  it('is a number where undefined or null was given', () => {
    expect([make(undefined), make(null)].map((task) => Number.isInteger(numberOf(task)))).to.deep.equal([true, true]);
  });

  it('is made a string of whatever was given, and may be empty', () => {
    expect([make(5), make(''), make(true), make([1, 2])].map((task) => task.getName())).to.deep.equal([
      '5',
      '',
      'true',
      '1,2',
    ]);
  });

  it('can be set, to a string of whatever is given', () => {
    const task = make('x');
    task.setName(7);
    expect(task.getName()).to.equal('7');
  });

  it('can be set to an object, which says itself what it is called', () => {
    const task = make();
    task.setName({ toString: () => '{6}' });
    expect(task.getName()).to.equal('{6}');
  });

  it('can be set when the task is done', () => {
    const task = make('x');
    loop.runUntilComplete(task);
    task.setName('y');
    expect(String(task)).to.match(/^<Task finished name='y' /);
  });

  it('is a number also from a task factory that was given none, where Python 3.13.0 says None', () => {
    loop.setTaskFactory((ofLoop, coro, options) => new Task(coro, { ...options, loop: ofLoop }));
    expect(Number.isInteger(numberOf(make()))).to.equal(true);
  });

  it('is what was given to createTask, whatever the task factory makes of it', () => {
    loop.setTaskFactory((ofLoop, coro) => new Task(coro, { loop: ofLoop }));
    expect(make('x').getName()).to.equal('x');
  });
});
