import { inspect } from 'node:util';
import { expect } from 'chai';
import { TransportSocket } from '../../../lib/net/transport/transport-socket';

describe('TransportSocket', () => {
  const local = { host: '127.0.0.1', port: 80 };
  const remote = { host: '10.0.0.2', port: 5000 };

  it('gives both addresses of a connection, and one of what listens', () => {
    const sockets = [new TransportSocket({ local, remote }), new TransportSocket({ local })];
    expect(sockets.map((socket) => [socket.getsockname(), socket.getpeername()])).to.deep.equal([
      [
        ['127.0.0.1', 80],
        ['10.0.0.2', 5000],
      ],
      [['127.0.0.1', 80], undefined],
    ]);
  });

  it('names itself by them', () => {
    expect([inspect(new TransportSocket({ local, remote })), String(new TransportSocket({ local }))]).to.deep.equal([
      "<asyncio.TransportSocket laddr=('127.0.0.1', 80), raddr=('10.0.0.2', 5000)>",
      "<asyncio.TransportSocket laddr=('127.0.0.1', 80)>",
    ]);
  });
});
