import { expect } from 'chai';
import { ContextVar, copyContext, getcurrent, greenlet, type RawGreenlet } from '../../lib';
import { Move } from '../../lib/greenlet/move';
import { transfer, workAs } from '../../lib/greenlet/transfer';
import { thrownBy } from '../support';

describe('A transfer of control', () => {
  const main = getcurrent();

  it('holds one greenlet at a time on the stack, however often they hand it on', () => {
    const depths = new Set<number>();
    const look = (left: number): void => {
      if (left % 5000 < 2) depths.add(stackDepth());
    };
    const ping: RawGreenlet = greenlet(function* (n: number) {
      for (let left = n; left > 0; left = yield* pong.switch(left - 1)) look(left);
      yield* main.switch('done');
    });
    const pong: RawGreenlet = greenlet(function* (n: number) {
      for (let left = n; ; left = yield* ping.switch(left - 1)) look(left);
    });
    expect(ping.switch(10_000)).to.equal('done');
    expect(depths.size).to.be.below(5);
  });

  it('leaves main current, whatever happened', () => {
    const fails = greenlet(() => {
      throw new Error('failed');
    });
    thrownBy(() => fails.switch());
    expect(getcurrent()).to.equal(main);
  });

  it('ends where another than main runs on the stack: there it gives what is brought', () => {
    const onTheStack = greenlet(() => {});
    const gr = greenlet(() => onTheStack.switch('brought'));
    const got = workAs(onTheStack, () => [transfer(new Move(gr, [])), getcurrent() === onTheStack]);
    expect(got).to.deep.equal(['brought', true]);
    expect(getcurrent()).to.equal(main);
  });

  it('asks who runs on the stack to be left, when a move goes to main', () => {
    const onTheStack = greenlet(function host() {});
    const gr = greenlet(() => main.switch('out'));
    const error = thrownBy(() => workAs(onTheStack, () => transfer(new Move(gr, []))));
    expect(error.name).to.equal('GreenletError');
    expect(error.message).to.match(/^cannot switch to .* main> while .* host pending> runs on the same stack$/);
    expect(getcurrent()).to.equal(main);
  });

  describe('takes each greenlet to its own context', () => {
    const name = new ContextVar('name', { default: 'nobody' });

    it('which has no values, and keeps those that it is given', () => {
      const gr = greenlet(function* () {
        const before = name.get();
        name.set('ann');
        yield* main.switch(before);
        return name.get();
      });
      expect([gr.switch(), name.get(), gr.switch(), name.get()]).to.deep.equal(['nobody', 'nobody', 'ann', 'nobody']);
    });

    it('which may be the one that main is in', () => {
      const seen = copyContext().run(() => {
        name.set('bob');
        const gr = greenlet(() => name.get());
        gr.grContext = main.grContext;
        return gr.switch();
      });
      expect(seen).to.equal('bob');
    });

    it('which it may change while it runs', () => {
      const context = copyContext();
      context.run(() => name.set('cid'));
      const gr = greenlet(() => {
        gr.grContext = context;
        return [name.get(), gr.grContext === context];
      });
      expect(gr.switch()).to.deep.equal(['cid', true]);
      expect(name.get()).to.equal('nobody');
    });
  });
});

function stackDepth(): number {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 200;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return (stack as string).split('\n').length;
}
