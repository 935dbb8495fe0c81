import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import type { Endpoint } from '../../../lib/net/kernel/endpoint';
import { thrownBy } from '../../support';
import { connect, connectLocally, makeWorld, pumpAll, read, shownError } from './world';

/** What `action` does, or throws. */
function outcome(action: () => unknown): string {
  try {
    return String(action());
  } catch (error) {
    return shownError(error as Error);
  }
}

const RESET = 'ConnectionResetError: [Errno 104] Connection reset by peer';
const BROKEN_PIPE = 'BrokenPipeError: [Errno 32] Broken pipe';

/** Both ends of a connection of a host with itself. */
function pair(): [near: Endpoint, far: Endpoint] {
  return connectLocally(makeWorld().client);
}

describe('Endpoint', () => {
  it('has what was sent on the way from a host to itself when send returns', () => {
    const [near, far] = pair();
    expect(near.send(encode('abc'))).to.equal(3);
    expect([read(far, 2), read(far, 2), read(far, 2)]).to.deep.equal(['ab', 'c', '']);
  });

  it('knows its own address and the other', () => {
    const [near, far] = connect(makeWorld());
    expect([near.local, near.remote]).to.deep.equal([
      { host: '10.0.0.1', port: 49152 },
      { host: '10.0.0.2', port: 80 },
    ]);
    expect([far.local, far.remote]).to.deep.equal([near.remote, near.local]);
    expect(String(near)).to.equal('<Endpoint 10.0.0.1:49152 -> 10.0.0.2:80 open>');
  });

  it('is told of what comes, and of nothing that it does itself', () => {
    const [near, far] = pair();
    const log: string[] = [];
    near.onChange = () => log.push('near');
    far.onChange = () => log.push(`far ${far.isReadable()}`);
    near.send(encode('a'));
    near.shutdownWrite();
    far.receive(10);
    expect(log).to.deep.equal(['far true', 'far true']);
  });

  it('may be used by whoever is told', () => {
    const [near, far] = pair();
    const log: string[] = [];
    far.onChange = () => far.send(encode(read(far).toUpperCase()));
    near.onChange = () => log.push(read(near));
    near.send(encode('hello'));
    expect(log).to.deep.equal(['HELLO']);
  });

  it('keeps a copy of what was sent: the sender may change it afterwards', () => {
    const { network, ...others } = makeWorld();
    const [near, far] = connect({ network, ...others });
    const data = encode('before');
    near.send(data);
    data.fill(0);
    pumpAll(network);
    expect(read(far)).to.equal('before');
  });

  it('gives at the end, as often as it is asked, that there is nothing more', () => {
    const [near, far] = pair();
    near.close();
    expect([far.isReadable(), read(far), read(far)]).to.deep.equal([true, '<end>', '<end>']);
  });

  describe('whose other end has been reset', () => {
    it('gives what had come, then the error once, then the end', () => {
      const [near, far] = pair();
      far.send(encode('data'));
      far.abort();
      const outcomes = [1, 2, 3].map(() => outcome(() => read(near)));
      expect(outcomes).to.deep.equal(['data', RESET, '<end>']);
      expect(outcome(() => near.send(encode('x')))).to.equal(BROKEN_PIPE);
    });

    it('throws the error at the first writing, and a broken pipe at the next', () => {
      const [near, far] = pair();
      far.abort();
      const outcomes = [1, 2].map(() => outcome(() => near.send(encode('x'))));
      expect(outcomes).to.deep.equal([RESET, BROKEN_PIPE]);
      expect(outcome(() => read(near))).to.equal('<end>');
    });
  });

  describe('whose other end is closed', () => {
    it('takes one writing more, whose answer breaks the pipe', () => {
      const [near, far] = pair();
      far.close();
      const outcomes = [1, 2].map(() => outcome(() => near.send(encode('x'))));
      expect(outcomes).to.deep.equal(['1', BROKEN_PIPE]);
      expect([outcome(() => read(near)), near.error]).to.deep.equal(['<end>', undefined]);
    });
  });

  describe('that could not be connected', () => {
    it('is readable and writable, and throws why, once', () => {
      const { client } = makeWorld();
      const near = client.connect('localhost', 1);
      expect([near.isReadable(), near.isWritable()]).to.deep.equal([true, true]);
      expect([1, 2].map(() => outcome(() => read(near)))).to.deep.equal([
        'ConnectionRefusedError: [Errno 111] Connection refused',
        '<end>',
      ]);
      expect(outcome(() => near.send(encode('x')))).to.equal(BROKEN_PIPE);
    });
  });

  describe('that is not connected yet', () => {
    it('takes nothing, and has nothing', () => {
      const near = makeWorld().client.connect('server', 80);
      expect([near.send(encode('x')), near.receive(1)]).to.deep.equal([0, undefined]);
      expect(shownError(thrownBy(() => near.shutdownWrite()))).to.equal(
        'OSError: [Errno 107] Transport endpoint is not connected',
      );
    });
  });

  describe('that will send no more', () => {
    it('throws a broken pipe when written to, and can still be read', () => {
      const [near, far] = pair();
      near.shutdownWrite();
      expect(outcome(() => near.send(encode('x')))).to.equal(BROKEN_PIPE);
      far.send(encode('back'));
      expect([read(far), read(near)]).to.deep.equal(['<end>', 'back']);
    });

    it('may be told so again, until the other end has ended too', () => {
      const [near, far] = pair();
      near.shutdownWrite();
      expect(outcome(() => near.shutdownWrite())).to.equal('undefined');
      far.close();
      expect(outcome(() => near.shutdownWrite())).to.equal('OSError: [Errno 107] Transport endpoint is not connected');
    });
  });

  describe('that is closed', () => {
    it('is a bad file descriptor', () => {
      const [near] = pair();
      near.close();
      const calls = [() => near.send(encode('x')), () => near.receive(1), () => near.shutdownWrite()];
      expect(calls.map(outcome)).to.deep.equal(Array(3).fill('OSError: [Errno 9] Bad file descriptor'));
      expect([near.isReadable(), near.isWritable(), near.state]).to.deep.equal([false, false, 'closed']);
    });

    it('may be closed again, and aborted', () => {
      const [near, far] = pair();
      near.close();
      near.close();
      near.abort();
      expect(read(far)).to.equal('<end>');
    });
  });
});
