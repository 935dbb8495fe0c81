import type { EventEmitter } from 'node:events';
import { expect } from 'chai';
import type { Emphasis } from '../../../lib/cli/step/ansi';
import { type Line, line } from '../../../lib/cli/step/line';
import { Terminal, type TerminalUser } from '../../../lib/cli/step/terminal';
import { FakeTerminal } from './fake-terminal';

const ENTER = '^[?1049h^[?25l^[?7l^[2J';
const LEAVE = '^[m^[?7h^[?25h^[?1049l';

describe('Terminal', () => {
  let fake: FakeTerminal;
  let terminal: Terminal;
  let log: string[];
  const user: TerminalUser = {
    pressed: (key) => log.push(key),
    resized: () => log.push('resized'),
    ended: () => log.push('ended'),
  };

  const open = (told = user, emphasis: Emphasis = 'weight'): void => {
    terminal = new Terminal(fake.input, fake.output, emphasis);
    terminal.open(told);
  };
  const lines = (...texts: string[]): Line[] => texts.map((text) => line(text));

  beforeEach(() => {
    fake = new FakeTerminal();
    log = [];
  });

  afterEach(() => terminal.close());

  describe('when it is opened', () => {
    it('is raw, on its second screen, without a cursor, and asks to be drawn', () => {
      open();
      expect([fake.isRaw, fake.take(), log]).to.deep.equal([true, ENTER, ['resized']]);
    });

    it('tells which keys are pressed', () => {
      open();
      fake.emit('data', 'a\x1b[C');
      expect(log).to.deep.equal(['resized', 'a', 'right']);
    });

    it('tells that there will be no more keys', () => {
      open();
      fake.emit('end');
      expect(log).to.deep.equal(['resized', 'ended']);
    });

    it('says how large it is; 80x24, where it does not know', () => {
      open();
      const known = terminal.size;
      [fake.columns, fake.rows] = [0, 0];
      expect([known, terminal.size]).to.deep.equal([
        { columns: 10, rows: 2 },
        { columns: 80, rows: 24 },
      ]);
    });
  });

  it('takes an escape that nothing has followed for the key of that name', (done) => {
    open({ ...user, pressed: (key) => done(key === 'escape' ? undefined : key) });
    fake.emit('data', '\x1b');
  });

  describe('when it shows lines', () => {
    it('draws each', () => {
      open();
      fake.take();
      terminal.show(lines('ab', 'cd'));
      expect(fake.take()).to.equal('^[1;1H^[Kab^[2;1H^[Kcd');
    });

    it('draws only those that have changed since', () => {
      open();
      terminal.show(lines('ab', 'cd'));
      fake.take();
      terminal.show(lines('ab', 'ce'));
      expect(fake.take()).to.equal('^[2;1H^[Kce');
    });

    it('writes nothing at all where none has', () => {
      open();
      terminal.show(lines('ab', 'cd'));
      fake.take();
      terminal.show(lines('ab', 'cd'));
      expect(fake.take()).to.equal('');
    });

    it('draws all of them once the size has changed', () => {
      open();
      terminal.show(lines('ab', 'cd'));
      fake.take();
      fake.emit('resize');
      terminal.show(lines('ab', 'cd'));
      expect([fake.take(), log]).to.deep.equal(['^[2J^[1;1H^[Kab^[2;1H^[Kcd', ['resized', 'resized']]);
    });
  });

  describe('that is dumb', () => {
    it('is shown each screen below the last, and sent no escape sequence', () => {
      open(user, 'none');
      terminal.show(lines('ab', 'cd'));
      terminal.show(lines('ab', 'ce'));
      terminal.close();
      expect(fake.take()).to.equal('ab\ncd\nab\nce\n');
    });

    it('is a column narrower than it says, so that no line wraps, and a row lower, where the cursor is', () => {
      open(user, 'none');
      expect(terminal.size).to.deep.equal({ columns: 9, rows: 1 });
    });
  });

  describe('is given back as it was', () => {
    it('when it is closed, and listens no more', () => {
      open();
      fake.take();
      terminal.close();
      fake.emit('data', 'a');
      expect([fake.isRaw, fake.isPaused, fake.take(), log]).to.deep.equal([false, true, LEAVE, ['resized']]);
    });

    it('once, however often it is closed', () => {
      open();
      terminal.close();
      fake.take();
      terminal.close();
      expect(fake.take()).to.equal('');
    });

    it('at an error that nobody catches, before it is shown', () => {
      open();
      fake.take();
      (process as EventEmitter).emit('uncaughtExceptionMonitor', new Error('ours'), 'uncaughtException');
      expect([fake.isRaw, fake.take()]).to.deep.equal([false, LEAVE]);
    });

    it('at a signal to end, of which the process then dies, unless somebody else listens', (done) => {
      const seen: boolean[] = [];
      const listen = (): void => {
        if (seen.push(fake.isRaw) === 1) return;
        process.off('SIGTERM', listen);
        expect([seen, fake.take()]).to.deep.equal([[true, false], LEAVE]);
        done();
      };
      process.on('SIGTERM', listen);
      open();
      fake.take();
      process.emit('SIGTERM', 'SIGTERM');
    });
  });

  it('is taken anew when the process goes on after it was stopped', () => {
    open();
    fake.isRaw = false; // by the shell
    fake.take();
    process.emit('SIGCONT', 'SIGCONT');
    expect([fake.isRaw, fake.take(), log]).to.deep.equal([true, `${LEAVE}${ENTER}`, ['resized', 'resized']]);
  });

  describe('when it is to stop', () => {
    const { kill } = process;
    let killed: unknown[];

    beforeEach(() => {
      killed = [];
      process.kill = (...args) => {
        killed.push([...args, fake.isRaw]);
        return true;
      };
    });

    afterEach(() => {
      process.kill = kill;
    });

    it('has its size looked up once it is taken anew: others were told meanwhile of any change', () => {
      open();
      process.emit('SIGCONT', 'SIGCONT');
      expect(killed).to.deep.equal([[process.pid, 'SIGWINCH', true]]);
    });

    it('is given back, and then all that were started with this process are stopped', () => {
      open();
      fake.take();
      terminal.suspend();
      expect([fake.take(), killed]).to.deep.equal([LEAVE, [[0, 'SIGTSTP', false]]]);
    });

    it('is taken anew where that has stopped nobody', (done) => {
      open({
        ...user,
        resized: () => {
          if (killed.length === 1) done(fake.isRaw ? undefined : 'not taken');
        },
      });
      terminal.suspend();
    });
  });
});
