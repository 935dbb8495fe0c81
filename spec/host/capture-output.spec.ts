import { expect } from 'chai';
import { logger } from '../../lib';
import { captureOutput } from '../../lib/host/capture-output';

/** Run `action`, and give what it wrote: each `stream: text`. */
function capturedIn(action: () => void): string[] {
  const written: string[] = [];
  const end = captureOutput((stream, text) => written.push(`${stream}: ${text}`));
  try {
    action();
  } finally {
    end();
  }
  return written;
}

describe('captureOutput', () => {
  it('tells what is written to the console and by the log, at once and in order', () => {
    const written = capturedIn(() => {
      console.log('a %d', 1);
      console.error('b');
      logger.warning('c');
      process.stdout.write('d');
    });
    expect(written).to.deep.equal(['out: a 1\n', 'err: b\n', 'err: c\n', 'out: d']);
  });

  it('tells bytes, and text in another encoding, as text', () => {
    const written = capturedIn(() => {
      process.stdout.write(Buffer.from('é'));
      process.stdout.write('c3a9', 'hex');
    });
    expect(written).to.deep.equal(['out: é', 'out: é']);
  });

  it('answers that more can be written, and calls back later, as a stream does', (done) => {
    const happened: unknown[] = [];
    capturedIn(() => {
      happened.push(process.stdout.write('a', (error) => happened.push(['first', error])));
      happened.push(process.stderr.write('b', 'utf8', (error) => happened.push(['second', error])));
    });
    setImmediate(() => {
      expect(happened).to.deep.equal([true, true, ['first', null], ['second', null]]);
      done();
    });
  });

  it('leaves the streams as they were when it ends, however often it is ended', () => {
    const streams = [process.stdout, process.stderr];
    const own = () => streams.map((stream) => Object.getOwnPropertyDescriptor(stream, 'write'));
    const before = own();
    const end = captureOutput(() => {});
    expect(own()).not.to.deep.equal(before);
    end();
    end();
    expect(own()).to.deep.equal(before);
  });

  describe('within another', () => {
    it('tells the inner listener alone, and then the outer one again', () => {
      let inner: string[] = [];
      const outer = capturedIn(() => {
        console.log('before');
        inner = capturedIn(() => console.log('within'));
        console.log('after');
      });
      expect([outer, inner]).to.deep.equal([['out: before\n', 'out: after\n'], ['out: within\n']]);
    });

    it('goes on when the outer one ends first', () => {
      const own = Object.getOwnPropertyDescriptor(process.stdout, 'write');
      const texts: string[] = [];
      const endOuter = captureOutput(() => {});
      const endInner = captureOutput((_stream, text) => texts.push(text));
      endOuter();
      process.stdout.write('still');
      endInner();
      expect(texts).to.deep.equal(['still']);
      expect(Object.getOwnPropertyDescriptor(process.stdout, 'write')).to.deep.equal(own);
    });
  });
});
