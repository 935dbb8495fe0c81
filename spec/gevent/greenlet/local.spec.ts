import { expect } from 'chai';
import { gather, gevent, run, sleep } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.local', () => {
  onNewLoops();

  it('has properties of its own for each greenlet', () => {
    const stash = gevent.local<{ user: string }>();
    const worker = function* (name: string) {
      const before = stash.user;
      stash.user = name;
      yield* gevent.sleep(1);
      return [before, stash.user];
    };
    stash.user = 'main';
    const greenlets = ['ann', 'bob'].map((name) => gevent.spawn(worker, name));
    gevent.joinall(greenlets);
    expect(greenlets.map(({ value }) => value)).to.deep.equal([
      [undefined, 'ann'],
      [undefined, 'bob'],
    ]);
    expect(stash.user).to.equal('main');
  });

  it('has them for each task of asyncio, too', () => {
    const stash = gevent.local();
    const worker = function* (name: string) {
      stash.user = name;
      yield* sleep(1);
      return stash.user;
    };
    const all = function* () {
      return yield* gather([worker('ann'), worker('bob')]);
    };
    expect(run(all())).to.deep.equal(['ann', 'bob']);
    expect(stash.user).to.equal(undefined);
  });

  it('may be asked for its properties, and have them deleted', () => {
    const stash = gevent.local();
    stash.a = 1;
    stash.b = 2;
    gevent.spawn(() => Object.assign(stash, { c: 3 })).join();
    expect(Object.entries(stash)).to.deep.equal([
      ['a', 1],
      ['b', 2],
    ]);
    delete stash.a;
    expect(['a' in stash, 'b' in stash, 'c' in stash]).to.deep.equal([false, true, false]);
  });
});
