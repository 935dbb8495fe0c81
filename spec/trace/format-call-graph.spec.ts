import { expect } from 'chai';
import { coroutine, EventLoop, type Future, formatCallGraph, printCallGraph, RuntimeError, type Task } from '../../lib';
import { runBriefly } from '../support';

describe('formatCallGraph', () => {
  let loop: EventLoop;
  let future: Future;
  let task: Task;

  const leaf = coroutine(function* leaf() {
    return yield* future;
  });
  const root = coroutine(function* root() {
    return yield* leaf();
  });

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
    task = loop.createTask(root(), { name: 'main' }) as Task;
    runBriefly(loop);
  });

  /** The text, without what differs from one machine, or one order of specs, to another. */
  const shown = (text: string) => text.replaceAll(`'${__filename}'`, 'here').replaceAll(/id=0x[0-9a-f]+/g, 'id');

  it('shows the task, its calls, and below them, indented, who awaits it', () => {
    expect(shown(formatCallGraph(future))).to.equal(
      [
        '* Future(id)',
        '  + Awaited by:',
        "    * Task(name='main', id)",
        '      + Call stack:',
        '      |   File here, line 11, in async leaf()',
        '      |   File here, line 14, in async root()',
      ].join('\n'),
    );
  });

  it('shows plain functions without async', () => {
    const ask = () => formatCallGraph();
    const main = coroutine(function* main() {
      return ask();
    });
    expect(shown(loop.runUntilComplete(loop.createTask(main(), { name: 'asks' })))).to.equal(
      [
        "* Task(name='asks', id)",
        '  + Call stack:',
        '  |   File here, line 41, in ask()',
        '  |   File here, line 43, in async main()',
      ].join('\n'),
    );
  });

  it('numbers futures in the order of their creation: two have not the same number', () => {
    const number = (each: Future) => Number(/id=(0x[0-9a-f]+)/.exec(formatCallGraph(each))?.[1]);
    const later = loop.createFuture();
    expect([number(later) > number(task), number(task) > number(future)]).to.deep.equal([true, true]);
  });

  it('is empty where there is no task', () => {
    const texts: string[] = [];
    loop.callSoon(() => texts.push(formatCallGraph()));
    runBriefly(loop);
    expect(texts).to.deep.equal(['']);
  });

  it('is refused where no loop runs and no future is given', () => {
    expect(() => formatCallGraph()).to.throw(RuntimeError, /outside of a running event loop/);
  });

  describe('printCallGraph', () => {
    it('writes the text to the file it is given, with an end of line', () => {
      const written: string[] = [];
      printCallGraph(task, { file: { write: (text) => written.push(text) } });
      expect(written).to.deep.equal([`${formatCallGraph(task)}\n`]);
    });

    it('keeps to the limit', () => {
      const written: string[] = [];
      printCallGraph(task, { limit: 0, file: { write: (text) => written.push(shown(text)) } });
      expect(written).to.deep.equal(["* Task(name='main', id)\n"]);
    });

    it('writes to standard output otherwise', () => {
      const written: string[] = [];
      const { log } = console;
      console.log = (text: string) => written.push(text);
      try {
        printCallGraph(task);
      } finally {
        console.log = log;
      }
      expect(written).to.deep.equal([formatCallGraph(task)]);
    });
  });
});
