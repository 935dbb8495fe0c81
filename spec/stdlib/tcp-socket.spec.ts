import { expect } from 'chai';
import { decode, encode, net, socket, time } from '../../lib';
import { addEcho, onNewWorlds, outcomeOf, pair } from './support';

const KINDS = ['new', 'listening', 'connected', 'closed'] as const;

/** A socket of each kind. */
function socketsOfAllKinds(): Record<(typeof KINDS)[number], socket.Socket> {
  const closed = new socket.Socket();
  closed.close();
  const { client, listener } = pair();
  return { new: new socket.Socket(), listening: listener, connected: client, closed };
}

/** What `action` throws of a socket of each kind, in their order: the text of its error, or what it gives. */
function outcomes(action: (each: socket.Socket) => unknown): unknown[] {
  const sockets = socketsOfAllKinds();
  return KINDS.map((kind) => String(outcomeOf(() => action(sockets[kind]))).replace('OSError: ', ''));
}

const BAD_DESCRIPTOR = '[Errno 9] Bad file descriptor';
const INVALID = '[Errno 22] Invalid argument';
const NOT_CONNECTED = '[Errno 107] Transport endpoint is not connected';
const BROKEN_PIPE = 'BrokenPipeError: [Errno 32] Broken pipe';
const CONNECTED = '[Errno 106] Transport endpoint is already connected';

describe('Socket', () => {
  onNewWorlds();

  it('shows its addresses, as long as it is open', () => {
    const { client, server, listener } = pair();
    const [, port] = listener.getsockname();
    const shown = [new socket.Socket(), listener, client, server].map(String);
    expect(shown).to.deep.equal([
      "<socket.socket laddr=('0.0.0.0', 0)>",
      `<socket.socket laddr=('127.0.0.1', ${port})>`,
      `<socket.socket laddr=('127.0.0.1', ${port + 1}), raddr=('127.0.0.1', ${port})>`,
      `<socket.socket laddr=('127.0.0.1', ${port}), raddr=('127.0.0.1', ${port + 1})>`,
    ]);
    client.close();
    expect(String(client)).to.equal('<socket.socket [closed]>');
  });

  describe('as Linux has it, raises of each kind the same error: new, listening, connected, closed', () => {
    const table: Record<string, [action: (each: socket.Socket) => unknown, outcomes: unknown[]]> = {
      'connect()': [
        (each) => each.connect(['127.0.0.1', 1]),
        ['ConnectionRefusedError: [Errno 111] Connection refused', CONNECTED, CONNECTED, BAD_DESCRIPTOR],
      ],
      'bind()': [(each) => each.bind(['', 0]), ['undefined', INVALID, INVALID, BAD_DESCRIPTOR]],
      'listen()': [(each) => each.listen(), ['undefined', 'undefined', INVALID, BAD_DESCRIPTOR]],
      'accept() with a timeout': [
        (each) => {
          each.settimeout(1);
          each.accept();
        },
        [INVALID, 'TimeoutError: timed out', INVALID, BAD_DESCRIPTOR],
      ],
      'recv(0)': [(each) => decode(each.recv(0)), ['', '', '', BAD_DESCRIPTOR]],
      'recv(1) with a timeout': [
        (each) => {
          each.settimeout(1);
          each.recv(1);
        },
        [NOT_CONNECTED, NOT_CONNECTED, 'TimeoutError: timed out', BAD_DESCRIPTOR],
      ],
      'send()': [(each) => each.send(encode('x')), [BROKEN_PIPE, BROKEN_PIPE, '1', BAD_DESCRIPTOR]],
      'sendall() of nothing': [
        (each) => each.sendall(encode('')),
        [BROKEN_PIPE, BROKEN_PIPE, 'undefined', BAD_DESCRIPTOR],
      ],
      'getpeername()': [(each) => each.getpeername()[0], [NOT_CONNECTED, NOT_CONNECTED, '127.0.0.1', BAD_DESCRIPTOR]],
      'getsockname()': [(each) => each.getsockname()[0], ['0.0.0.0', '127.0.0.1', '127.0.0.1', BAD_DESCRIPTOR]],
      'gettimeout()': [(each) => each.gettimeout(), ['undefined', 'undefined', 'undefined', 'undefined']],
      'close()': [(each) => each.close(), ['undefined', 'undefined', 'undefined', 'undefined']],
    };
    for (const [name, [action, expected]] of Object.entries(table)) {
      it(name, () => expect(outcomes(action)).to.deep.equal(expected));
    }
  });

  describe('connecting', () => {
    it('takes a round trip', () => {
      addEcho();
      const client = new socket.Socket();
      client.connect(['far', 80]);
      expect([time.monotonic(), client.getpeername()[1]]).to.deep.equal([1, 80]);
    });

    it('is refused by a host where nobody listens, and may be tried again', () => {
      addEcho();
      const client = new socket.Socket();
      expect(outcomeOf(() => client.connect(['far', 1]))).to.match(/^ConnectionRefusedError/);
      client.connect(['far', 80]);
      expect(time.monotonic()).to.equal(2);
    });

    it('fails where there is no such host, or it is not on the network', () => {
      addEcho();
      net.getNetwork().host('far').down();
      const client = new socket.Socket();
      expect([
        outcomeOf(() => client.connect(['nowhere', 80])),
        outcomeOf(() => client.connect(['far', 80])),
      ]).to.deep.equal(['gaierror: [Errno -2] Name or service not known', 'OSError: [Errno 113] No route to host']);
    });

    it('fails by the timeout where nothing comes back, and otherwise after two minutes, as on Linux', () => {
      addEcho();
      net.getNetwork().partition(['localhost'], ['far']);
      const [patient, hasty] = [new socket.Socket(), new socket.Socket()];
      hasty.settimeout(10);
      expect(outcomeOf(() => hasty.connect(['far', 80]))).to.equal('TimeoutError: timed out');
      expect(time.monotonic()).to.equal(10);
      expect(outcomeOf(() => patient.connect(['far', 80]))).to.equal('TimeoutError: [Errno 110] Connection timed out');
      expect(time.monotonic()).to.equal(137);
    });

    it('without any time goes on by itself: the next call finds it done', () => {
      addEcho();
      const client = new socket.Socket();
      client.settimeout(0);
      const connect = () => outcomeOf(() => client.connect(['far', 80]));
      const seen = [connect(), connect(), outcomeOf(() => client.recv(1)), outcomeOf(() => client.send(encode('x')))];
      time.sleep(1);
      expect([...seen, connect(), client.send(encode('x'))]).to.deep.equal([
        'BlockingIOError: [Errno 115] Operation now in progress',
        'BlockingIOError: [Errno 114] Operation already in progress',
        'BlockingIOError: [Errno 11] Resource temporarily unavailable',
        'BlockingIOError: [Errno 11] Resource temporarily unavailable',
        'OSError: [Errno 106] Transport endpoint is already connected',
        1,
      ]);
    });

    it('leads to this host itself where the name is empty, and comes from the address that it is bound to', () => {
      const listener = socket.createServer(['', 80]);
      const client = new socket.Socket();
      client.bind(['127.0.0.1', 5000]);
      client.connect(['', 80]);
      expect(listener.accept()[1]).to.deep.equal(['127.0.0.1', 5000]);
    });
  });

  describe('listening', () => {
    it('is at the port that bind chose, where that was 0', () => {
      const listener = new socket.Socket();
      listener.bind(['127.0.0.1', 0]);
      const bound = listener.getsockname();
      listener.listen();
      expect(bound[1]).to.be.at.least(49152);
      expect(listener.getsockname()).to.deep.equal(bound);
    });

    it('is not possible at a port where another does: bind says so', () => {
      const [, port] = pair().listener.getsockname();
      expect(outcomeOf(() => new socket.Socket().bind(['', port]))).to.equal(
        'OSError: [Errno 98] Address already in use',
      );
    });

    it('is for one only of those who are bound to a port: the second to listen fails', () => {
      const [first, second] = [new socket.Socket(), new socket.Socket()];
      for (const each of [first, second]) each.bind(['', 80]);
      second.listen();
      expect(outcomeOf(() => first.listen())).to.equal('OSError: [Errno 98] Address already in use');
    });

    it('is not possible at the address of another host', () => {
      addEcho();
      expect(outcomeOf(() => new socket.Socket().bind(['far', 80]))).to.equal(
        'OSError: [Errno 99] Cannot assign requested address',
      );
    });

    it('ends with the socket: who was not accepted is reset, who comes is refused', () => {
      const listener = socket.createServer(['', 80]);
      const client = socket.createConnection(['localhost', 80]);
      listener.close();
      expect([
        outcomeOf(() => client.recv(1)),
        outcomeOf(() => socket.createConnection(['localhost', 80])),
      ]).to.deep.equal([
        'ConnectionResetError: [Errno 104] Connection reset by peer',
        'ConnectionRefusedError: [Errno 111] Connection refused',
      ]);
    });

    it('gives what was accepted no timeout of its own', () => {
      const listener = socket.createServer(['', 80]);
      listener.settimeout(5);
      socket.createConnection(['localhost', 80]);
      expect(listener.accept()[0].gettimeout()).to.equal(undefined);
    });
  });
});
