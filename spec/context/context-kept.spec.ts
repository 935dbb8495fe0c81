import { expect } from 'chai';
import { ContextVar, createTask, EventLoop, gather, run, setEventLoop, sleep } from '../../lib';

describe('What a task sets in its context', () => {
  afterEach(() => setEventLoop(null));

  it('holds for that task alone, over its awaits, until it sets it back', () => {
    const digits = new ContextVar('digits', { default: 1 });
    const fractions = async (delay: number, precision: number, x: number, y: number): Promise<string[]> => {
      const token = digits.set(precision);
      try {
        const first = (x / y).toFixed(digits.get());
        await sleep(delay);
        return [first, (x / y ** 2).toFixed(digits.get())];
      } finally {
        digits.reset(token);
      }
    };
    const main = async () => await gather([fractions(1, 3, 1, 3), fractions(2, 6, 1, 3)]);
    expect(run(main())).to.deep.equal([
      ['0.333', '0.111'],
      ['0.333333', '0.111111'],
    ]);
    expect(digits.get()).to.equal(1);
  });

  it('is what the exception handler finds that is told of the exception nobody retrieved', () => {
    const loop = new EventLoop();
    const name = new ContextVar('name', { default: 'foo' });
    const seen: unknown[] = [];
    loop.setExceptionHandler((_loop, { message }) => seen.push(message, name.get()));
    const fail = async (): Promise<void> => {
      name.set('bar');
      throw new RangeError('broken');
    };
    const main = async (): Promise<void> => {
      createTask(fail());
      await sleep(0);
    };
    loop.runUntilComplete(main());
    loop.close();
    expect([seen, name.get()]).to.deep.equal([['Task exception was never retrieved', 'bar'], 'foo']);
  });
});
