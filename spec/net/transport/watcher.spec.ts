import { expect } from 'chai';
import { ContextVar, EventLoop } from '../../../lib';
import { Watcher } from '../../../lib/net/transport/watcher';
import { Log } from '../../support';

/** Is readable, or writable, as it is told. */
class Watched {
  onChange: (() => void) | undefined = undefined;
  readable = false;
  writable = false;

  isReadable(): boolean {
    return this.readable;
  }

  isWritable(): boolean {
    return this.writable;
  }

  become(change: Partial<Pick<Watched, 'readable' | 'writable'>>): void {
    Object.assign(this, change);
    this.onChange?.();
  }
}

describe('Watcher', () => {
  let loop: EventLoop;
  let log: Log;
  let watched: Watched;
  let watcher: Watcher;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    watched = new Watched();
    watcher = new Watcher(loop, watched);
  });

  /** Read all, and note it. */
  function read(): void {
    log.note('read');
    watched.become({ readable: false });
  }

  it('calls the reader in the next iteration once there is something to read', () => {
    watcher.addReader(read);
    watched.become({ readable: true });
    const before = [...log.entries];
    loop.runOnce();
    expect([before, log.entries]).to.deep.equal([[], ['read@0']]);
  });

  it('calls it after all that was scheduled in the iteration in which that came', () => {
    watcher.addReader(read);
    loop.callSoon(() => {
      watched.become({ readable: true });
      loop.callSoon(() => log.note('scheduled later'));
    });
    loop.runOnce();
    loop.runOnce();
    expect(log.entries).to.deep.equal(['scheduled later@0', 'read@0']);
  });

  it('calls a reader that comes when there is something already', () => {
    watched.readable = true;
    watcher.addReader(read);
    loop.runOnce();
    expect(log.entries).to.deep.equal(['read@0']);
  });

  it('calls it once, however often it is told', () => {
    watcher.addReader(read);
    watched.become({ readable: true });
    watched.become({ readable: true });
    loop.callSoon(() => {});
    loop.runOnce();
    expect(log.entries).to.deep.equal(['read@0']);
  });

  it('calls it again, an iteration later, while something is left', () => {
    let left = 3;
    watcher.addReader(() => {
      log.note(`${left} left`);
      left -= 1;
      watched.readable = left > 0;
    });
    watched.become({ readable: true });
    loop.runOnce();
    const first = [...log.entries];
    while (loop.step());
    expect([first, log.entries]).to.deep.equal([['3 left@0'], ['3 left@0', '2 left@0', '1 left@0']]);
  });

  it('does so even where the reader throws', () => {
    loop.setExceptionHandler(() => log.note('reported'));
    watcher.addReader(() => {
      watched.readable = log.entries.length < 2;
      throw new Error('cannot read');
    });
    watched.become({ readable: true });
    while (loop.step());
    expect(log.entries).to.deep.equal(['reported@0', 'reported@0', 'reported@0']);
  });

  it('calls the writer when there is room, and both where both are to be called', () => {
    watcher.addReader(read);
    watcher.addWriter(() => {
      log.note('write');
      watcher.removeWriter();
    });
    watched.become({ readable: true, writable: true });
    loop.runOnce();
    expect(log.entries).to.deep.equal(['read@0', 'write@0']);
  });

  it('calls the reader before the writer, though there was room before there was something to read', () => {
    watcher.addReader(read);
    watcher.addWriter(() => {
      log.note('write');
      watcher.removeWriter();
    });
    watched.become({ writable: true });
    watched.become({ readable: true });
    loop.runOnce();
    expect(log.entries).to.deep.equal(['read@0', 'write@0']);
  });

  it('calls a reader that has left something before a writer that came meanwhile', () => {
    let left = 2;
    watcher.addReader(() => {
      log.note('read');
      left -= 1;
      watched.readable = left > 0;
    });
    watched.become({ readable: true, writable: true });
    loop.callSoon(() =>
      watcher.addWriter(() => {
        log.note('write');
        watcher.removeWriter();
      }),
    );
    while (loop.step());
    expect(log.entries).to.deep.equal(['read@0', 'read@0', 'write@0']);
  });

  it('does not call a reader that is taken back, though it was about to', () => {
    watcher.addReader(read);
    watched.become({ readable: true });
    watcher.removeReader();
    while (loop.step());
    expect([log.entries, watcher.polling()]).to.deep.equal([[], { read: false, write: false }]);
  });

  it('calls the last of the readers that are added', () => {
    watched.readable = true;
    watcher.addReader(() => log.note('the first'));
    watcher.addReader(read);
    loop.runOnce();
    expect(log.entries).to.deep.equal(['read@0']);
  });

  it('calls it in the context in which it was added', () => {
    const variable = new ContextVar<string>('name');
    variable.set('outside');
    loop.callSoon(() => {
      variable.set('inside');
      watcher.addReader(() => {
        log.note(variable.get());
        watched.readable = false;
      });
    });
    loop.runOnce();
    watched.become({ readable: true });
    loop.runOnce();
    expect(log.entries).to.deep.equal(['inside@0']);
  });

  it('has its handles known by the name of what they call', () => {
    watcher.addReader(read);
    watched.become({ readable: true });
    expect(loop.handlesToRun().map(String)).to.deep.equal(['<TimerHandle when=0 read()>']);
  });

  it('asks nothing of a loop that was closed', () => {
    watcher.addReader(read);
    loop.close();
    expect(() => watched.become({ readable: true })).not.to.throw();
  });

  it('closed, calls nobody', () => {
    watcher.addReader(read);
    watcher.close();
    watched.become({ readable: true });
    expect([loop.step(), watched.onChange]).to.deep.equal([false, undefined]);
  });
});
