import { expect } from 'chai';
import { ContextVar, copyContext, EventLoop, Handle, TimerHandle } from '../../lib';
import { collectReports, Log } from '../support';

describe('Handle', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('its context', () => {
    const user = new ContextVar('user', { default: 'nobody' });

    it('is a copy of the one it was made in: what is set later, it does not see', () => {
      copyContext().run(() => {
        user.set('ann');
        loop.callSoon(() => log.note(user.get()));
        loop.callLater(0, () => log.note(user.get()));
        user.set('bob');
        loop.runOnce();
      });
      expect(log.entries).to.deep.equal(['ann@0', 'ann@0']);
    });

    it('keeps to itself what the callback sets', () => {
      loop.callSoon(() => user.set('ann'));
      loop.callSoon(() => log.note(user.get()));
      loop.runOnce();
      expect([log.entries, user.get()]).to.deep.equal([['nobody@0'], 'nobody']);
    });

    it('is the one given as a last argument, which is not passed to the callback', () => {
      const context = copyContext();
      const set = (...args: unknown[]) => {
        user.set('ann');
        log.note(`${user.get()} ${args.length}`);
      };
      const handles = [
        loop.callSoon(set, 1, 2, { context }),
        loop.callLater(0, set, { context }),
        loop.callAt(0, set, { context }),
        loop.callSoonThreadsafe(set, 1, { context }),
      ];
      loop.runOnce();
      expect(handles.map((handle) => handle.getContext() === context)).to.deep.equal([true, true, true, true]);
      expect([log.entries, context.get(user)]).to.deep.equal([['ann 2@0', 'ann 1@0', 'ann 0@0', 'ann 0@0'], 'ann']);
    });

    it('is left again when the callback throws', () => {
      collectReports(loop);
      loop.callSoon(() => {
        user.set('ann');
        throw new Error('broken');
      });
      loop.runOnce();
      expect(user.get()).to.equal('nobody');
    });

    it('that is entered already is an error of the callback, and is reported: the loop goes on', () => {
      const reported: unknown[] = [];
      class OwnLoop extends EventLoop {
        override defaultExceptionHandler({ exception }: { exception?: Error }): void {
          reported.push(exception?.message);
        }
      }
      loop = new OwnLoop();
      log = new Log(loop);
      const context = copyContext();
      context.run(() => {
        loop.callSoon(() => log.note('not called'), { context });
        loop.callSoon(() => log.note('next'));
        loop.runOnce();
      });
      expect(reported).to.deep.equal(['cannot enter context: <Context> is already entered']);
      expect(log.entries).to.deep.equal(['next@0']);
    });
  });

  describe('whose callback throws', () => {
    it('reports the exception and itself, and the loop goes on', () => {
      const reports = collectReports(loop);
      const error = new Error('broken');
      const handle = loop.callSoon(function fail(..._args: unknown[]) {
        throw error;
      }, 'secret');
      loop.callSoon(() => log.note('next'));
      loop.runOnce();
      expect(reports).to.deep.equal([{ message: 'Exception in callback fail()', exception: error, handle }]);
      expect(log.entries).to.deep.equal(['next@0']);
    });

    it('reports in debug mode also the arguments, and where it was made', () => {
      loop.setDebug(true);
      const reports = collectReports(loop);
      const handle = loop.callSoon(
        function fail(..._args: unknown[]) {
          throw new Error('broken');
        },
        1,
        'two',
      );
      loop.runOnce();
      expect(reports.map(({ message, sourceTraceback }) => [message, sourceTraceback])).to.deep.equal([
        ["Exception in callback fail(1, 'two')", handle.sourceTraceback],
      ]);
      expect(handle.sourceTraceback?.at(-1)?.file).to.match(/handle\.spec\.ts$/);
    });

    it('reports though it cancelled itself before', () => {
      const reports = collectReports(loop);
      const error = new Error('broken');
      const handle = loop.callSoon(() => {
        handle.cancel();
        throw error;
      });
      loop.runOnce();
      expect(reports.map(({ exception }) => exception)).to.deep.equal([error]);
    });
  });

  describe('cancel', () => {
    it('is what cancelled() tells of', () => {
      const handles = [loop.callSoon(() => {}), loop.callLater(1, () => {})];
      const before = handles.map((handle) => handle.cancelled());
      for (const handle of handles) handle.cancel();
      expect([before, handles.map((handle) => handle.cancelled())]).to.deep.equal([
        [false, false],
        [true, true],
      ]);
    });

    it('keeps the callback from being called', () => {
      const handles = [loop.callSoon(() => log.note('ready')), loop.callLater(1, () => log.note('timer'))];
      for (const handle of handles) handle.cancel();
      loop.callLater(2, () => log.note('last'));
      loop.runOnce();
      loop.runOnce();
      expect([log.entries, handles.map((handle) => handle.cancelled())]).to.deep.equal([['last@2'], [true, true]]);
    });

    it('changes nothing the second time, nor once the callback was called', () => {
      const handle = loop.callLater(1, () => log.note('called'));
      loop.runOnce();
      handle.cancel();
      handle.cancel();
      expect([handle.cancelled(), log.entries]).to.deep.equal([true, ['called@1']]);
    });

    it('forgets the callback and its arguments at once', () => {
      const callback = (..._args: unknown[]) => {};
      for (const handle of [loop.callSoon(callback, 'argument'), loop.callLater(1, callback, 'argument')]) {
        handle.cancel();
        expect(Object.values(handle).some((value) => typeof value === 'function')).to.equal(false);
        expect(JSON.stringify(Object.values(handle).filter(Array.isArray))).to.not.contain('argument');
      }
    });
  });

  describe('shown', () => {
    function named(..._args: unknown[]): void {}

    it('names its callback, and not the arguments, which may be secret', () => {
      expect(String(loop.callSoon(named, 'secret'))).to.equal('<Handle named()>');
    });

    it('as a timer also has its deadline', () => {
      expect(String(loop.callLater(6, named))).to.equal('<TimerHandle when=6 named()>');
    });

    it('says only that it is cancelled, once it is', () => {
      const handles = [loop.callSoon(named), loop.callLater(6, named)];
      for (const handle of handles) handle.cancel();
      expect(handles.map(String)).to.deep.equal(['<Handle cancelled>', '<TimerHandle cancelled when=6>']);
    });

    it('in debug mode has its arguments and where it was made', () => {
      loop.setDebug(true);
      expect(String(loop.callSoon(named, 1, 'x'))).to.match(
        /^<Handle named\(1, 'x'\) created at .*handle\.spec\.ts:\d+>$/,
      );
      expect(String(loop.callLater(6, named))).to.match(
        /^<TimerHandle when=6 named\(\) created at .*handle\.spec\.ts:\d+>$/,
      );
    });

    it('in debug mode still shows what it was, once it is cancelled', () => {
      loop.setDebug(true);
      const handle = loop.callSoon(named, 1);
      const timer = loop.callLater(6, named);
      for (const each of [handle, timer, handle, timer]) each.cancel();
      expect(String(handle)).to.match(/^<Handle cancelled named\(1\) created at .*handle\.spec\.ts:\d+>$/);
      expect(String(timer)).to.match(/^<TimerHandle cancelled when=6 named\(\) created at .*handle\.spec\.ts:\d+>$/);
    });

    it('gives a bound function the name of what was bound', () => {
      expect(String(loop.callSoon(named.bind(undefined, 1, 2)))).to.equal('<Handle named()>');
    });

    it('shows a function without a name, and what is no function', () => {
      expect([String(loop.callSoon(() => {})), String(loop.callSoon(5 as never))]).to.deep.equal([
        '<Handle <anonymous>()>',
        '<Handle 5()>',
      ]);
    });
  });

  it('is a TimerHandle where it has a deadline', () => {
    const [soon, later] = [loop.callSoon(() => {}), loop.callLater(1, () => {})];
    expect([soon instanceof Handle, soon instanceof TimerHandle]).to.deep.equal([true, false]);
    expect([later instanceof Handle, later instanceof TimerHandle, later.when()]).to.deep.equal([true, true, 1]);
  });
});
