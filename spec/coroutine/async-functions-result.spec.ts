import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createTask, EventLoop, type Future, gather, sleep } from '../../lib';
import { countIterations } from '../support';

describe('What an async function returns', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const child = async (): Promise<string> => {
    await sleep(1);
    return 'result';
  };

  it('that can be awaited is given as it is, and not awaited', () => {
    const future = loop.createFuture<string>();
    const made: unknown[] = [];
    const giving = async (make: () => unknown): Promise<unknown> => {
      made.push(make());
      return made.at(-1);
    };
    const main = async (): Promise<boolean[]> => {
      const task = createTask(child());
      const given: unknown[] = [];
      for (const make of [child, () => future, () => task, () => gather([task])]) given.push(await giving(make));
      return given.map((each, i) => each === made[i]);
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([true, true, true, true]);
  });

  it('is that of the other with `return await`', () => {
    const main = async (): Promise<string> => await child();
    expect([loop.runUntilComplete(main()), loop.time()]).to.deep.equal(['result', 1]);
  });

  it('takes no iteration to be given, even if it can be awaited', () => {
    const giving = async (): Promise<Future> => loop.createFuture();
    const task = loop.createTask(giving());
    expect(countIterations(loop, () => task.done())).to.equal(1);
  });
});

describe('A task of an async function shows itself', () => {
  it('with the name of an async function, in debug mode', () => {
    const lines = readFileSync(__filename, 'utf8').split('\n');
    const definition = lines.findIndex((line) => line.endsWith('// defined here')) + 1;
    const loop = new EventLoop({ debug: true });
    const greet = async (): Promise<void> => {}; // defined here
    let text = '';
    loop.callSoon(() => {
      text = String(loop.createTask(greet(), { name: 'T' }));
    });
    loop.runOnce();
    expect(text).to.contain(`coro=<greet() running, created at ${__filename}:${definition}>`);
  });
});
